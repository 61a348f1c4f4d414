import { LARGEST_PHOTO, PHOTO_TYPE } from '../../../../contracts/attachment.ts';

/** Longest side in pixels, and quality, tried in turn until the picture is small enough. */
const TRIES = [
  [1280, 0.8],
  [1280, 0.6],
  [960, 0.6],
  [720, 0.6],
  [480, 0.5],
] as const;

/**
 * A picture made smaller, as JPEG of at most 300 KB. It is drawn anew, so that nothing of the file but what
 * can be seen goes along: no place, no time, no name of the camera. Rejects where the file is no picture.
 */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    for (const [side, quality] of TRIES) {
      const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(bitmap.width * scale));
      canvas.height = Math.max(1, Math.round(bitmap.height * scale));
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, PHOTO_TYPE, quality);
      });
      if (blob !== null && blob.size <= LARGEST_PHOTO) return new Uint8Array(await blob.arrayBuffer());
    }
  } finally {
    bitmap.close();
  }
  throw new Error('The picture cannot be made small enough.');
}
