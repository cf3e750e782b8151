/** What a Matrix server is to the suite, real or a stand-in. */
export type MatrixServer = Readonly<{
  name: string;
  url: string;
  /** A new person, and a token of theirs that no login was needed for. */
  register: (name: string, password: string) => Promise<string>;
  stop: () => Promise<void>;
  /** On the same port, with all that was there. */
  start: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type MatrixServerOptions = Readonly<{
  /** How long a token that cannot be refreshed lives; for ever if undefined. */
  tokenS?: number;
  /** Messages are not limited in number, as they are at a server that comes as it is. */
  unlimited?: boolean;
}>;
