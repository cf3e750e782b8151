/** The `logo` of a document: the address of a picture, or the picture itself. Pure. */
import * as v from 'valibot';
import type { Remedy } from './remedy.ts';
import { remedy, shape, sound } from './remedy.ts';
import { privateFault } from './web.ts';

/** In characters: 256 KiB in base64, and the type before it. */
const dataLimit = 350_000;
const addressLimit = 2048;

/** A picture in the document itself, or as it is kept. */
export const pictureData = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

function logoFault(text: string): Remedy | undefined {
  if (/^data:/i.test(text)) return pictureData.test(text) ? undefined : remedy('logo');
  if (text.length > addressLimit) return remedy('too-long', { limit: addressLimit });
  return privateFault(text);
}

/** Which pictures are shown is decided by their bytes, not by what they are called. */
export const LogoSchema = v.pipe(
  v.string(),
  v.maxLength(dataLimit),
  sound(logoFault),
  shape(/^(?:https?:\/\/|data:image\/)/i, 'logo'),
);
