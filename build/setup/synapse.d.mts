export const synapseRoot: () => string;
export const insideEnv: Readonly<Record<string, string>>;
