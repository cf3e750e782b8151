/** The member's accounts as other features use them. */
import type { AccountsState } from '../../../shared/accounts/state.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { GithubApi, Repository } from './github.ts';
import type { MatrixRooms } from './matrix-rooms.ts';

export type RoomSubscriptions = Readonly<{
  /** Replaces the rooms that one part of the app listens to. */
  listen: (part: string, roomIds: readonly string[], onEvent: (event: RoomEvent) => void) => void;
  /** Like `MatrixRooms.powerOf`, but cached until the room's power levels change. */
  powerOf: MatrixRooms['powerOf'];
}>;

/** The Matrix account with its owner. */
export type SignedIn = Readonly<{ account: MatrixRooms; userId: string }>;

export type MemberAccounts = Readonly<{
  state: () => AccountsState;
  /** Returns the function that removes the listener. */
  onChange: (listener: () => void) => () => void;
  /** Called when the Matrix account changes or is gone. Returns the function that removes the listener. */
  onMatrixChange: (listener: () => void) => () => void;
  /** The Matrix account; undefined while signed out. */
  matrix: () => MatrixRooms | undefined;
  /** The Matrix account with the member's id; undefined while signed out. */
  signedIn: () => SignedIn | undefined;
  /** The member and server that the app acts as now, as far as known. */
  identity: (via: 'matrix' | 'github') => Binding;
  listening: RoomSubscriptions;
  /** GitHub as the member, or anonymous: then public repositories only, and 60 requests an hour. */
  github: () => Readonly<{
    api: GithubApi;
    signedIn: boolean;
    /** Web address of the GitHub server, from the document. */
    url: string;
    apiUrl: string;
  }>;
  /** A repository on that server; `check` runs before each write and throws if the member or the place has changed. */
  repository: (place: Readonly<{ owner: string; repo: string }>, check?: () => void) => Repository;
}>;

/** Loads the accounts if necessary. */
export type LoadAccounts = () => Promise<MemberAccounts>;
