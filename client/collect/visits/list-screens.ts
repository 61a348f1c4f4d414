/** The screens behind the list of work, as one chunk. */
export { BackCheckScreen } from './back-check-screen.tsx';
export { CaseScreen } from './case-screen.tsx';
export { ListedStart } from './listed-start.tsx';
export { PeopleScreen } from './people-screen.tsx';
