/** A hidden window with a room's page, as the echo test needs it: main/desktop makes it, tests make a false one. */

/** Why a page that was open is no more, or never was. */
export type PageEnd = 'closed' | 'crashed' | 'load-failed' | 'address-forbidden' | 'left';

/** An empty page of our own beside the room's, where no code of the server runs. */
export type PageBeside = Pick<RoomPage, 'evaluate'>;

export type RoomPage = Readonly<{
  /**
   * Loads an address of an allowed host. Resolves once its document is there, after its redirects; rejects when it
   * fails. From then until the next load, a redirect to another host is followed when `handsOver` agrees, and that
   * host is allowed.
   */
  load: (url: string, handsOver?: (url: URL) => boolean) => Promise<void>;
  /** The address that the main frame shows; after `left`, the one that it was refused. */
  url: () => string;
  /** Where the main frame was sent since the last load was asked for, the newest last; without the address of that load. */
  way: () => readonly string[];
  /**
   * Runs code in a world of its own beside the page's scripts, and resolves to its value as JSON would keep it. The
   * page's process is the server's: whoever asks checks what comes.
   */
  evaluate: (code: string) => Promise<unknown>;
  /** Lets the main frame go to one more host, such as the one that a room hands its guests over to. */
  allow: (host: string) => void;
  /**
   * Opens a page at `origin`, with the cookies of the room's: what is evaluated there is to the server what the room's page
   * is. It goes with the room's page, and the other way round. Rejects when there is none.
   */
  beside: (origin: string) => Promise<PageBeside>;
  /** Resolves when the page is no more, whoever ended it. */
  ended: Promise<PageEnd>;
  /** Destroys the windows and clears their sessions; resolves when all are gone. */
  close: () => Promise<void>;
}>;

/** `host` is a host with its port, as in `URL.host`. */
export type OpenRoomPage = (host: string) => RoomPage;
