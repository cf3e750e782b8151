/**
 * Who the app is to a desktop: the name of its desktop file and icon, its bundle id, its AppUserModelID and its identity
 * to portals. Fixed with the first release; docs/decisions/0055-identity.md.
 */
export const appId = 'io.github.hyphacoop.CoopTray';

/**
 * The scheme of links that lead into the app, `cooptray:VERB`. Not that of its pages, which no link may name:
 * docs/decisions/0058-links-into-the-app.md.
 */
export const linkScheme = 'cooptray';
