interface BatteryManager {
  readonly level: number;
  readonly charging: boolean;
}

/** How full the battery is; null where the browser does not say. Chrome on Android does. */
export async function readBattery(
  device: object = navigator,
): Promise<{ readonly level01: number; readonly charging: boolean } | null> {
  const { getBattery } = device as { readonly getBattery?: () => Promise<BatteryManager> };
  if (getBattery === undefined) return null;
  try {
    const { level, charging } = await getBattery.call(device);
    return { level01: Math.min(1, Math.max(0, level)), charging };
  } catch {
    return null;
  }
}
