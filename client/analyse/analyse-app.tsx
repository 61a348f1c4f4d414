import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import type { Me } from '../../contracts/api.ts';
import type { Permission } from '../../contracts/roles.ts';
import { AuditPage } from '../admin/audit-page.tsx';
import { PersonalPage } from '../admin/personal/personal-page.tsx';
import { PeoplePage } from '../admin/people-page.tsx';
import { NewStudyPage } from '../admin/new-study-page.tsx';
import { StudyPage } from '../admin/study-page.tsx';
import { TabletsPage } from '../admin/tablets-page.tsx';
import { LanguageProvider, useLanguage, useTexts } from '../i18n/language-context.tsx';
import { AccountPage } from '../session/account-page.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { LandingPage } from '../session/landing-page.tsx';
import { sessionTexts } from '../session/messages.ts';
import { signInPath } from '../session/paths.ts';
import { may, SessionProvider, useSession } from '../session/session.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { WelcomePage } from '../session/welcome-page.tsx';
import { BackCheckFormPage } from '../supervise/back-check-form-page.tsx';
import { BackChecksPage } from '../supervise/back-checks-page.tsx';
import { HeldDetailPage } from '../supervise/held-detail-page.tsx';
import { HeldPage } from '../supervise/held-page.tsx';
import { ReviewDetailPage } from '../supervise/review-detail-page.tsx';
import { ReviewPage } from '../supervise/review-page.tsx';
import { RespondentsPage } from '../supervise/respondents-page.tsx';
import { SupervisePage } from '../supervise/supervise-page.tsx';
import { Banner } from '../ui/banner.tsx';
import '../ui/components.css';
import './frame.css';
import './segments.css';
import './tables.css';
import { analyseTexts } from './messages.ts';
import { PageFrame } from './page-frame.tsx';
import { SegmentsPage } from './segments-page.tsx';

/** Everything outside `/collect`: the two doors, signing in, segments and tablets. */
export function AnalyseApp() {
  return (
    <LanguageProvider>
      <ComponentLanguage>
        <SessionProvider>
          <PageFrame>
            <Pages />
          </PageFrame>
        </SessionProvider>
      </ComponentLanguage>
    </LanguageProvider>
  );
}

/** What the components themselves say, in the language of the page where they have it. */
function ComponentLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLanguage().language}>{children}</I18nProvider>;
}

function Pages() {
  const t = useTexts(analyseTexts);
  return (
    <Switch>
      <Route path="/">
        <LandingPage />
      </Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route path="/segments">
        <Guarded permission="results.read">{(me) => <SegmentsPage me={me} />}</Guarded>
      </Route>
      <Route path="/fieldwork">
        <Guarded permission="supervision.read">{(me) => <SupervisePage me={me} />}</Guarded>
      </Route>
      <Route path="/fieldwork/review">
        <Guarded permission="review.read">{(me) => <ReviewPage me={me} />}</Guarded>
      </Route>
      <Route path="/fieldwork/review/:id">
        {({ id }) => (
          <Guarded permission="review.read">
            {(me) => <ReviewDetailPage me={me} id={decodeURIComponent(id)} />}
          </Guarded>
        )}
      </Route>
      <Route path="/fieldwork/held">
        <Guarded permission="review.read">{(me) => <HeldPage me={me} />}</Guarded>
      </Route>
      <Route path="/fieldwork/held/:id">
        {({ id }) => (
          <Guarded permission="review.read">
            {(me) => <HeldDetailPage me={me} id={decodeURIComponent(id)} />}
          </Guarded>
        )}
      </Route>
      <Route path="/respondents">
        <Guarded permission="cases.read">{(me) => <RespondentsPage me={me} />}</Guarded>
      </Route>
      <Route path="/study/new">
        <Guarded permission="studies.manage">{() => <NewStudyPage />}</Guarded>
      </Route>
      <Route path="/study">
        <Guarded permission="studies.manage">{() => <StudyPage />}</Guarded>
      </Route>
      <Route path="/fieldwork/back-checks">
        <Guarded permission="backcheck.read">{(me) => <BackChecksPage me={me} />}</Guarded>
      </Route>
      <Route path="/fieldwork/back-checks/:id">
        {({ id }) => (
          <Guarded permission="backcheck.run">
            {(me) => <BackCheckFormPage me={me} id={decodeURIComponent(id)} />}
          </Guarded>
        )}
      </Route>
      <Route path="/tablets">
        <Guarded permission="tablets.read">{(me) => <TabletsPage me={me} />}</Guarded>
      </Route>
      <Route path="/people">
        <Guarded permission="people.read">{(me) => <PeoplePage me={me} />}</Guarded>
      </Route>
      <Route path="/audit">
        <Guarded permission="audit.read">{() => <AuditPage />}</Guarded>
      </Route>
      <Route path="/personal">
        <Guarded permission="personal.erase">{() => <PersonalPage />}</Guarded>
      </Route>
      <Route path="/welcome">
        <WelcomePage />
      </Route>
      <Route path="/account">
        <Guarded permission={null}>{(me) => <AccountPage me={me} />}</Guarded>
      </Route>
      <Route>
        <h1>{t.noSuchPage}</h1>
      </Route>
    </Switch>
  );
}

interface GuardedProps {
  /** Null for one's own account, which is open before a second factor is set up. */
  readonly permission: Permission | null;
  readonly children: (me: Me) => ReactNode;
}

/** A page for those who may see it; the signed-out sign in first, everyone else learns why not. */
function Guarded({ permission, children }: GuardedProps) {
  const t = useTexts(sessionTexts);
  const { session, refresh } = useSession();
  const [path] = useLocation();
  const search = useSearch();
  switch (session.state) {
    case 'loading':
      return <p role="status">{t.checking}</p>;
    case 'failed':
      return <FailureBanner failure={session.failure} onRetry={() => void refresh()} />;
    case 'signedOut':
      return <Redirect to={signInPath(search ? `${path}?${search}` : path)} replace />;
    case 'signedIn':
      if (permission === null) return children(session.me);
      if (session.me.secondFactor === 'needed')
        return <Redirect to={`/account?next=${encodeURIComponent(path)}`} replace />;
      return may(session.me, permission) ? children(session.me) : <NotAllowed />;
  }
}

function NotAllowed() {
  const t = useTexts(sessionTexts);
  return (
    <>
      <h1 className="visually-hidden">Waymark</h1>
      <Banner tone="warn">{t.notAllowed}</Banner>
    </>
  );
}
