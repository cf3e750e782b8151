/** A Matrix account: a device without encryption keys, in rooms that have none. */
import type { Binding } from '../../../../shared/binding.ts';
import type { RoomEvent } from '../../../../shared/matrix/event.ts';
import type { MatrixRooms, Who } from '../../contracts/matrix-rooms.ts';

/**
 * `soft-logged-out`: the server requires a new sign-in on the same device. `revoked`: the device was signed out
 * elsewhere, and its stored credentials are removed.
 */
export type SessionState =
  | 'signed-out'
  | 'signing-in'
  | 'signed-in'
  | 'soft-logged-out'
  | 'revoked';

export type SignIn = Readonly<{
  baseUrl: string;
  /** By name and password, by the login token of single sign-on, or by OAuth 2.0 tokens. */
  by:
    | Readonly<{ user: string; password: string }>
    | Readonly<{ loginToken: string }>
    | Readonly<{ oauth: OauthGrant }>;
}>;

export type OauthGrant = Readonly<{
  clientId: string;
  deviceId: string;
  accessToken: string;
  /** Who issued the tokens. */
  bound: Binding;
  /** Undefined if the access token does not expire. */
  refreshToken?: string;
}>;

/** For other features, and for managing the account. All calls to the server throw AccountError. */
export type MatrixAccount = MatrixRooms &
  Readonly<{
    session: () => SessionState;
    onSession: (listener: (state: SessionState) => void) => void;
    /** The device to sign in on again, after a soft logout. */
    deviceId: () => string | undefined;
    /** Restores the account that was signed in when the app last ended. Also throws SecretsError. */
    restore: (userId: string) => Promise<void>;
    /** After a soft logout, on the same device. Throws AccountError; also SecretsError, which leaves it signed out. */
    signIn: (how: SignIn) => Promise<Who>;
    /**
     * Removes the device at the server if that is reachable, and locally in any case. Throws SecretsError if the
     * keyring fails to remove it.
     */
    signOut: () => Promise<Readonly<{ revoked: boolean }>>;
    /** Follows these rooms, and only these. */
    follow: (roomIds: readonly string[], hear: (event: RoomEvent) => void) => Promise<void>;
    /** Call after a sleep: syncs immediately instead of after the retry delay. */
    wake: () => void;
    dispose: () => void;
  }>;
