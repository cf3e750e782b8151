/** CPU time that a step of the main process may take, in ms. */
export const stepMs = 50;

/** What all steps may keep, in MiB. */
export const memoryMiB = 100;
