import { type Answers } from '../../../contracts/answer.ts';
import { createNetwork, type Network } from '../../support/create-network.ts';
import { createOffice, findSignIn, type Office } from '../../support/create-office.ts';
import { createTablet, type Tablet } from '../../support/create-tablet.ts';
import { startServer, type RunningServer } from '../../support/start-server.ts';
import { type FieldRecord } from '../support/make-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export const BRANCH = 'old-town';

/** One server of the demo study, as a real process. */
export interface Place {
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly office: Office;
  readonly path: (name: string) => string;
  readonly close: () => Promise<void>;
}

/** One enrolled tablet, and the network between it and the server. */
export interface Field extends Place {
  readonly network: Network;
  readonly tablet: Tablet;
  /** What each interview that was finalised by hand must say, by id. */
  readonly given: Map<string, Answers>;
  /** Records that were put into the outbox, each as the server must hold it. */
  readonly put: FieldRecord[];
}

export async function createPlace(): Promise<Place> {
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const server = await startServer(dataDir);
  const office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  return {
    server,
    dataDir,
    office,
    path: folder.path,
    close: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

/** Links a new tablet with the place's server; it is ready for work without a network. */
export async function createField(place: Place, name: string): Promise<Field> {
  const field = await createUnlinked(place, name);
  await field.tablet.enrol(await place.office.enrolCode(), `Tablet ${name}`);
  await field.tablet.readyForTheField();
  return field;
}

/** A new tablet that has not met the server yet. */
export async function createUnlinked(place: Place, name: string): Promise<Field> {
  const network = await createNetwork(place.server.url);
  const tablet = await createTablet(place.path(`tablet-${name}`), network.url);
  return {
    ...place,
    network,
    tablet,
    given: new Map(),
    put: [],
    close: async () => {
      await tablet.close();
      await network.close();
    },
  };
}
