/**
 * The oldest version that the makers still look after, in the manifest of every release: older copies say that they are no
 * longer supported. Here, and not on a command line, since the next release would take it back.
 */
export const minSupported = '0.1.0';
