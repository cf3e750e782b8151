/** Factor for all time limits of waits: the demo raises it for busy and slow machines. */
export function patience(): number {
  return Number(process.env['COOP_TRAY_PATIENCE'] ?? 1);
}
