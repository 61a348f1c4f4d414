import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { languageNames, languages, isLanguage } from '../i18n/language-names.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { sessionTexts } from '../session/messages.ts';
import { may, useSession } from '../session/session.tsx';
import { signOut } from '../session/sign-in.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { THEMES } from '../ui/apply-theme.ts';
import { useTheme } from '../ui/theme.ts';
import { analyseTexts } from './messages.ts';

/** What stands around every page: where one can go, who is signed in, language and theme. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const t = useTexts(analyseTexts);
  return (
    <div className="frame">
      {/* React Aria would add a style element unless one with this id is there; our content policy forbids
          style elements, so the rule is in components.css and this takes its place. */}
      <i id="react-aria-pressable-style" hidden />
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

function Header() {
  const t = useTexts(analyseTexts);
  const s = useTexts(sessionTexts);
  const { session, refresh } = useSession();
  const [, navigate] = useLocation();
  const [isStuck, setIsStuck] = useState(false);
  if (session.state !== 'signedIn') {
    return (
      <header className="header">
        <Link className="brand" href="/">
          Waymark
        </Link>
      </header>
    );
  }
  const { me } = session;
  const leave = async (): Promise<void> => {
    const isOut = await signOut();
    setIsStuck(!isOut);
    if (!isOut) return;
    await refresh();
    navigate('/');
  };
  return (
    <header className="header">
      <Link className="brand" href="/">
        Waymark
      </Link>
      <nav className="nav" aria-label={t.pages}>
        {may(me, 'results.read') ? <PageLink href="/segments">{t.segments}</PageLink> : null}
        {may(me, 'supervision.read') ? <PageLink href="/fieldwork">{t.fieldwork}</PageLink> : null}
        {may(me, 'cases.read') ? <PageLink href="/respondents">{t.respondentList}</PageLink> : null}
        {may(me, 'studies.manage') && me.branches === null ? (
          <PageLink href="/study">{t.studySetup}</PageLink>
        ) : null}
        {may(me, 'tablets.read') ? <PageLink href="/tablets">{t.tablets}</PageLink> : null}
        {may(me, 'people.read') ? <PageLink href="/people">{t.people}</PageLink> : null}
        {may(me, 'audit.read') && me.branches === null ? <PageLink href="/audit">{t.audit}</PageLink> : null}
        {may(me, 'personal.erase') && me.branches === null ? (
          <PageLink href="/personal">{t.personal}</PageLink>
        ) : null}
        <a className="nav-link" href="/collect">
          {t.collect}
        </a>
      </nav>
      <div className="row person">
        <Link className="nav-link small" href="/account">
          <span>
            {me.name} <span className="quiet">· {t.roles[me.role]}</span>
          </span>
        </Link>
        <Button look="plain" onPress={() => void leave()}>
          {s.signOut}
        </Button>
      </div>
      {isStuck ? (
        <Banner tone="danger" role="alert">
          {s.stillSignedIn}
        </Banner>
      ) : null}
    </header>
  );
}

function PageLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [path] = useLocation();
  return (
    <Link className="nav-link" href={href} aria-current={path === href ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function Footer() {
  const t = useTexts(analyseTexts);
  const { language, setLanguage } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <footer className="footer">
      <div className="row">
        <SelectField
          label={t.language}
          groups={[
            { title: null, options: languages.map((code) => ({ value: code, label: languageNames[code] })) },
          ]}
          value={language}
          onChange={(code) => {
            if (isLanguage(code)) setLanguage(code);
          }}
        />
        <SelectField
          label={t.theme}
          groups={[{ title: null, options: THEMES.map((value) => ({ value, label: t.themes[value] })) }]}
          value={theme}
          onChange={(value) => {
            const chosen = THEMES.find((name) => name === value);
            if (chosen) setTheme(chosen);
          }}
        />
      </div>
      {t.translationNote === '' ? null : <p className="quiet small">{t.translationNote}</p>}
    </footer>
  );
}
