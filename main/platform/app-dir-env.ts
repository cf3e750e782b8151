/** What an AppImage adds to the environment of the app: paths of its own, which are gone once it has ended. */
const ownVariables: ReadonlySet<string> = new Set(['APPDIR', 'APPIMAGE', 'ARGV0', 'OWD']);

/** The environment without them, as the app's own start found it. */
export function withoutAppDir(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { APPDIR: appDir } = env;
  const isOwn = (path: string) =>
    appDir !== undefined && (path === appDir || path.startsWith(`${appDir}/`));
  const entries = Object.entries(env).flatMap(([name, value = '']): [string, string][] => {
    if (ownVariables.has(name)) return [];
    const paths = value.split(':');
    const others = paths.filter((path) => !isOwn(path));
    if (others.length === paths.length) return [[name, value]];
    return others.length > 0 ? [[name, others.join(':')]] : [];
  });
  return Object.fromEntries(entries);
}
