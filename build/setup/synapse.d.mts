export const synapseRoot: () => string;
export const insideEnv: Readonly<Record<string, string>>;
export const synapse: Readonly<{ isMissing: () => boolean; mend: () => Promise<void> }>;
