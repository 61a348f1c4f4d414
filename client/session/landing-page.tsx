import { Link, Redirect } from 'wouter';
import { useTexts } from '../i18n/language-context.tsx';
import { Banner } from '../ui/banner.tsx';
import { sessionTexts } from './messages.ts';
import { homePath } from './paths.ts';
import { useSession } from './session.tsx';

/** The two doors: this tablet collects, or a person looks at results. The signed-in go straight to their page. */
export function LandingPage() {
  const t = useTexts(sessionTexts);
  const { session } = useSession();
  const home = session.state === 'signedIn' ? homePath(session.me) : '/';
  if (home !== '/') return <Redirect to={home} replace />;
  return (
    <div className="landing stack">
      <div className="stack">
        <h1 className="landing-title">Waymark</h1>
        <p className="lead">{t.tagline}</p>
      </div>
      {session.state === 'signedIn' ? <Banner tone="note">{t.enumeratorOnly}</Banner> : null}
      <h2 className="visually-hidden">{t.doors}</h2>
      <div className="doors">
        <section className="card door" aria-labelledby="door-collect">
          <h3 id="door-collect">{t.collectTitle}</h3>
          <p className="quiet">{t.collectText}</p>
          <a className="button" href="/collect">
            {t.collectAction}
          </a>
        </section>
        {session.state === 'signedIn' ? null : (
          <section className="card door" aria-labelledby="door-results">
            <h3 id="door-results">{t.resultsTitle}</h3>
            <p className="quiet">{t.resultsText}</p>
            <Link className="button button-quiet" href="/sign-in">
              {t.signIn}
            </Link>
          </section>
        )}
      </div>
    </div>
  );
}
