/** The current moment; injected, so that tests can choose it. */
export type Clock = () => Date;
