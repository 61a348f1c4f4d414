import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { LanguageProvider, useTexts } from '../i18n/language-context.tsx';
import { EnrolScreen } from './enrol-screen.tsx';
import { HomeScreen } from './home-screen.tsx';
import { messages } from './messages.ts';
import {
  isInstrumentHere,
  loadInterviewScreen,
  loadListScreens,
  loadResultScreen,
} from './offline/load-interview-code.ts';
import { OfflineProvider } from './offline/offline-context.tsx';
import { OutboxScreen } from './outbox-screen.tsx';
import { DeviceProvider } from './shell/device-context.tsx';
import { DraftCopying } from './shell/draft-copying.tsx';
import type { OpenedDevice } from './shell/open-device.ts';
import { SyncingProvider } from './shell/syncing-context.tsx';
import { VaultProvider } from './shell/vault-context.tsx';
import { StartScreen } from './start-screen.tsx';
import { ChangePinScreen } from './unlock/change-pin-screen.tsx';
import { UnlockGate } from './unlock/unlock-gate.tsx';
import { WorkProvider } from './visits/work-context.tsx';

const InterviewScreen = lazy(async () => ({ default: (await loadInterviewScreen()).InterviewScreen }));
const ResultScreen = lazy(async () => ({ default: (await loadResultScreen()).ResultScreen }));

const BackCheckScreen = lazy(async () => ({ default: (await loadListScreens()).BackCheckScreen }));
const CaseScreen = lazy(async () => ({ default: (await loadListScreens()).CaseScreen }));
const ListedStart = lazy(async () => ({ default: (await loadListScreens()).ListedStart }));
const PeopleScreen = lazy(async () => ({ default: (await loadListScreens()).PeopleScreen }));

/** The tablet: everything under `/collect`. */
export function CollectApp({ device }: { readonly device: OpenedDevice }) {
  if (device.step === 'refused')
    return (
      <LanguageProvider>
        <NoStorage />
      </LanguageProvider>
    );
  return (
    <LanguageProvider>
      <DeviceProvider database={device.database} first={device.first}>
        <VaultProvider>
          <SyncingProvider isInstrumentHere={isInstrumentHere}>
            <DraftCopying />
            <OfflineProvider>
              <Suspense fallback={<Opening />}>
                <Switch>
                  <Route path="/collect/enrol" component={EnrolScreen} />
                  <Route>
                    <UnlockGate>
                      <WorkProvider>
                        <UnlockedScreens />
                      </WorkProvider>
                    </UnlockGate>
                  </Route>
                </Switch>
              </Suspense>
            </OfflineProvider>
          </SyncingProvider>
        </VaultProvider>
      </DeviceProvider>
    </LanguageProvider>
  );
}

/** What only someone who has unlocked the tablet sees. */
function UnlockedScreens() {
  return (
    <Switch>
      <Route path="/collect" component={HomeScreen} />
      <Route path="/collect/start">{() => <StartScreen />}</Route>
      <Route path="/collect/again/:id">{({ id }) => <StartScreen key={id} again={id} />}</Route>
      <Route path="/collect/people" component={PeopleScreen} />
      <Route path="/collect/person" component={CaseScreen} />
      <Route path="/collect/back-check" component={BackCheckScreen} />
      <Route path="/collect/begin" component={ListedStart} />
      <Route path="/collect/outbox" component={OutboxScreen} />
      <Route path="/collect/pin" component={ChangePinScreen} />
      <Route path="/collect/interview/:id">{({ id }) => <InterviewScreen key={id} id={id} />}</Route>
      <Route path="/collect/result/:id">{({ id }) => <ResultScreen key={id} id={id} />}</Route>
      <Route>
        <Redirect to="/collect" />
      </Route>
    </Switch>
  );
}

/** The frame of the app while a screen is being opened. */
function Opening() {
  const texts = useTexts(messages);
  return (
    <div className="screen" aria-busy="true">
      <header className="screen-header">
        <span className="brand">{texts.appName}</span>
      </header>
    </div>
  );
}

function NoStorage() {
  const texts = useTexts(messages);
  return (
    <main className="screen stack" role="alert">
      <h1>{texts.noStorageTitle}</h1>
      <p>{texts.noStorageText}</p>
    </main>
  );
}
