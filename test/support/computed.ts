/** Milliseconds that this process has computed for: a busy machine makes them no more, as it does those of a clock. */
export function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
