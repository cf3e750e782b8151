/** A Matrix account: a device without encryption keys, in rooms that have none. */
import type { Binding } from '../../../../shared/binding.ts';
import type { RoomEvent } from '../../../../shared/matrix/event.ts';
import type { MatrixRooms, Who } from '../../contracts/matrix-rooms.ts';

/**
 * `soft-logged-out`: the server wants the member to sign in again, on the same device. `revoked`: the device was ended
 * from elsewhere, and what is kept of it is forgotten.
 */
export type SessionState =
  | 'signed-out'
  | 'signing-in'
  | 'signed-in'
  | 'soft-logged-out'
  | 'revoked';

export type SignIn = Readonly<{
  baseUrl: string;
  /** By name and password, by the token that single sign-on hands over, or by those of OAuth 2.0. */
  by:
    | Readonly<{ user: string; password: string }>
    | Readonly<{ loginToken: string }>
    | Readonly<{ oauth: OauthGrant }>;
}>;

export type OauthGrant = Readonly<{
  clientId: string;
  deviceId: string;
  accessToken: string;
  /** Who gave the tokens. */
  bound: Binding;
  /** Undefined where the access token does not end. */
  refreshToken?: string;
}>;

/** As other features use it, and as accounts manages it. Everything that asks the server throws AccountError. */
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
     * Ends the device at the server if that can be reached, and forgets it here in any case. Throws SecretsError if the
     * keyring does not forget it.
     */
    signOut: () => Promise<Readonly<{ revoked: boolean }>>;
    /** Follows these rooms, and only these. */
    follow: (roomIds: readonly string[], hear: (event: RoomEvent) => void) => Promise<void>;
    /** After a sleep: asks at once instead of at the end of a pause. */
    wake: () => void;
    dispose: () => void;
  }>;
