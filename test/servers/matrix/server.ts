/** A Matrix server as the suite sees it, real or a stand-in. */
export type MatrixServer = Readonly<{
  name: string;
  url: string;
  /** Registers a person and returns a token that needed no login. */
  register: (name: string, password: string) => Promise<string>;
  stop: () => Promise<void>;
  /** On the same port, with all data kept. */
  start: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type MatrixServerOptions = Readonly<{
  /** Lifetime of a token that cannot be refreshed; unlimited if undefined. */
  tokenS?: number;
  /** No rate limit for messages, unlike the defaults. */
  unlimited?: boolean;
}>;
