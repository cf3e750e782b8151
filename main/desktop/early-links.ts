/** Links that macOS hands over as events, the first of them maybe before Electron is ready. */
import { app } from 'electron';

/** Call before anything is awaited. Returns what to call once links can be opened. */
export function catchLinks(): (open: (link: string) => void) => void {
  const early: string[] = [];
  let take: (link: string) => void = (link) => early.push(link);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    take(link);
  });
  return (open) => {
    take = open;
    early.forEach(open);
  };
}
