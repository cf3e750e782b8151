/** The hidden page of a room. Implemented by main/desktop, and by fakes in tests. */

/** Why a page ended, or never opened. */
export type PageEnd = 'closed' | 'crashed' | 'load-failed' | 'address-forbidden' | 'left';

/** An empty page of our own beside the room's, where no code of the server runs. */
export type PageBeside = Pick<RoomPage, 'evaluate'>;

export type RoomPage = Readonly<{
  /**
   * Loads a URL of an allowed host. Resolves once its document is loaded, after redirects; rejects on failure. Until
   * the next load, a redirect to another host is followed if `handsOver` returns true, and that host becomes allowed.
   */
  load: (url: string, handsOver?: (url: URL) => boolean) => Promise<void>;
  /** The main frame's URL; after `left`, the one that was refused. */
  url: () => string;
  /** The main frame's URLs since the last call of `load`, newest last, without the URL of that call. */
  way: () => readonly string[];
  /**
   * Runs code in a world isolated from the page's scripts, and resolves to its JSON value. The page's process runs the
   * server's code: callers must validate the value.
   */
  evaluate: (code: string) => Promise<unknown>;
  /** Allows the main frame one more host, such as that of the call. */
  allow: (host: string) => void;
  /**
   * Opens a page at `origin` that shares the cookies of the room's page, so that the server treats requests from both
   * alike. Each ends with the other. Rejects on failure.
   */
  beside: (origin: string) => Promise<PageBeside>;
  /** Resolves when the page has ended, for any reason. */
  ended: Promise<PageEnd>;
  /** Destroys the windows and clears their sessions; resolves when that is done. */
  close: () => Promise<void>;
}>;

/** `host` is a host with its port, as in `URL.host`. */
export type OpenRoomPage = (host: string) => RoomPage;
