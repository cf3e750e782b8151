/** The member's accounts as other features use them. */
import type { AccountsState } from '../../../shared/accounts/state.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import type { GithubApi, Repository } from './github.ts';
import type { MatrixRooms } from './matrix-rooms.ts';

export type RoomSubscriptions = Readonly<{
  /** Replaces the rooms that one part of the app listens to. */
  listen: (part: string, roomIds: readonly string[], hear: (event: RoomEvent) => void) => void;
  /** Like the account's own, but asks once until the room's power levels change. */
  powerOf: MatrixRooms['powerOf'];
}>;

/** The Matrix account with its owner. */
export type SignedIn = Readonly<{ account: MatrixRooms; userId: string }>;

export type MemberAccounts = Readonly<{
  state: () => AccountsState;
  /** Returns the function that removes the listener. */
  onChange: (listener: () => void) => () => void;
  /** Called when another Matrix account is there, or none. Returns the function that removes the listener. */
  onMatrixChange: (listener: () => void) => () => void;
  /** The Matrix account; undefined while signed out. */
  matrix: () => MatrixRooms | undefined;
  /** The same with the member's id. */
  signedIn: () => SignedIn | undefined;
  /** The member and the server that act for the app now, as far as known. */
  identity: (via: 'matrix' | 'github') => Binding;
  listening: RoomSubscriptions;
  /** GitHub as the member, or anonymous: then public repositories only, and 60 requests an hour. */
  github: () => Readonly<{
    api: GithubApi;
    signedIn: boolean;
    /** Where that GitHub is, from the document. */
    url: string;
    apiUrl: string;
  }>;
  /** A repository of that GitHub; `check` runs before each write and throws if the member or the place has changed. */
  repository: (place: Readonly<{ owner: string; repo: string }>, check?: () => void) => Repository;
}>;

/** Loads the accounts if necessary. */
export type LoadAccounts = () => Promise<MemberAccounts>;
