/** The types of rooms that a run uses. */
import type { OpenRoomPage, RoomPage } from './room-page.ts';

export type Target =
  | Readonly<{ kind: 'room'; address: string }>
  /** A room of our own, created with the server's shared secret. */
  | Readonly<{ kind: 'api'; address: string; secret: string }>;

export type Guest = Readonly<{ name: string; accessCode?: string }>;

export type JoinHelp = Readonly<{
  signal: AbortSignal;
  /** The run closes every page opened by this, also if the join fails. */
  open: OpenRoomPage;
  /** Called once it is known which server the call runs on, such as https://bbb.example. */
  onServer: (origin: string) => void;
}>;

export type JoinedRoom = Readonly<{
  page: RoomPage;
  host: string;
  signallingUrl: string;
  stunsUrl: string;
  /** Signs the guest out and ends a room of our own. The run limits its time and closes the page after it. */
  leave: () => Promise<void>;
}>;

export type FoundRoom = Readonly<{
  /** The final address, after redirects. */
  address: string;
  host: string;
  /** Rejects with EchoError. */
  join: (guest: Guest, help: JoinHelp) => Promise<JoinedRoom>;
}>;

/** Rejects with EchoError. */
export type FindRoom = (target: Target, signal: AbortSignal) => Promise<FoundRoom>;
