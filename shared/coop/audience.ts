/**
 * Whom a service is for. `admins`: members do not use it, such as a staging site; its trouble is only its
 * administrators' concern.
 */
export const audiences = ['members', 'admins'] as const;
export type Audience = (typeof audiences)[number];
