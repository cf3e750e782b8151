/** How many times as long as usual a wait may take before it is given up: the demo waits for busy and slow machines. */
export function patience(): number {
  return Number(process.env['COOP_TRAY_PATIENCE'] ?? 1);
}
