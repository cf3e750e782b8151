export type Runtime = Readonly<{
  distDir: string;
  executable: string;
  version: string;
  /** False for the substitute, which is never shipped. */
  official: boolean;
}>;
export const standInVersion: string;
export function cacheDir(): string;
export function standInDir(): string;
export function findRuntime(): Runtime | undefined;
