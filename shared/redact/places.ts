/** Street addresses in Canada and France, postal codes, coordinates, dates of birth. Pure. */
import type { Find } from './find.ts';
import { find } from './find.ts';

const civic = String.raw`(?<![\w.,:#/-])\d{1,5}(?:[ -]?(?:bis|ter|[A-D]))?,? `;
const flat = String.raw`(?:,? (?:app(?:t|artement)?\.?|apt\.?|bureau|suite|unit|unité|#) ?[A-Z]?\d{1,5}[A-Z]?)?`;
const canadian = '[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z][ -]?\\d[ABCEGHJ-NPRSTV-Z]\\d';
const town = String.raw`\p{Lu}[\p{L}’'.-]{1,30}(?: \p{Lu}[\p{L}’'.-]{1,30}){0,2}(?: ?\((?:[A-Z]{2}|Québec|Ontario)\))?`;
const rest = String.raw`${flat}(?:,? (?:\d{5} )?${town}){0,2}(?:,? (?:QC|ON|Québec|Ontario))?(?:,? ?${canadian})?`;

const particles = String.raw`(?:de|du|des|la|le|les|l|d|à|aux?|en|sur|et|saint|sainte|st|ste)`;
/** The first word may be lower case; later words count only if capitalised. */
const frenchName = String.raw`(?:(?:${particles}(?: |[’'-])){0,4}[\p{L}\d][\p{L}\d’'.-]{1,40})(?:(?: ${particles}){0,3}[ -]\p{Lu}[\p{L}\d’'.-]{0,40}){0,5}`;
const eitherCase = (...ways: readonly string[]) =>
  ways
    .map((way) => `[${way.slice(0, 1).toUpperCase()}${way.slice(0, 1)}]${way.slice(1)}`)
    .join('|');
const frenchWays = eitherCase(
  'rue',
  'avenue',
  'av\\.',
  'ave\\.?',
  'boulevard',
  'boul\\.?',
  'bd\\.?',
  'blvd\\.?',
  'chemin',
  'ch\\.',
  'rang',
  'impasse',
  'allée',
  'ruelle',
  'croissant',
  'sentier',
  'faubourg',
);
/** These are common words too. */
const otherFrenchWays = eitherCase(
  'place',
  'pl\\.',
  'côte',
  'montée',
  'route',
  'rte\\.?',
  'quai',
  'square',
  'terrasse',
  'promenade',
  'carré',
);

const englishName = String.raw`(?:[NSEW]\.? )?(?!(?:Google|One|Hard|Flash|Proton|My|Public|Shared) )(?:(?:\p{Lu}[\p{L}’'.-]{1,30}|\d{1,3}(?:st|nd|rd|th)) ){1,3}`;
const englishWays =
  'Street|St\\.?|Avenue|Ave\\.?|Road|Rd\\.?|Boulevard|Blvd\\.?|Drive|Dr\\.?|Lane|Ln\\.?|Court|Ct\\.?|Crescent|Cres\\.?|Terrace|Highway|Hwy|Parkway|Trail|Gardens';

const months =
  'jan(?:uary|vier)?|feb(?:ruary)?|fév(?:rier)?|mar(?:ch|s)|apr(?:il)?|avr(?:il)?|ma[iy]|june?|juin|july?|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|déc(?:embre)?';
const date = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:er|st|nd|rd|th)? (?:of )?(?:${months})\.?,? \d{4}|(?:${months})\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;

export const ofPlaces: readonly Find[] = [
  find('place', new RegExp(`${civic}(?:${frenchWays}) ${frenchName}${rest}`, 'gu')),
  find(
    'place',
    new RegExp(
      String.raw`${civic}(?:${otherFrenchWays}) (?=${particles}[ ’'-]|\p{Lu})${frenchName}${rest}`,
      'gu',
    ),
  ),
  find(
    'place',
    new RegExp(
      String.raw`${civic}${englishName}(?:${englishWays})(?![\p{L}])(?: (?:East|West|North|South|[NSEW])\b)?${rest}`,
      'gu',
    ),
  ),
  find('place', new RegExp(String.raw`(?<![\w-])${canadian.replace('?', '')}(?![\w-])`, 'gu')),
  find(
    'place',
    /\b(?:code postal|postal code|zip(?: code)?|postcode)\s{0,2}[:=]?\s{0,2}(?:is |est (?:le )?)?(?<it>[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)(?!\w)/giu,
  ),
  // Coordinates: four decimals are about ten metres.
  find('place', /(?<![\d.])-?\d{1,2}\.\d{4,15},[ ]?-?\d{1,3}\.\d{4,15}(?![\d.])/gu),
  find(
    'place',
    /\b(?:lat(?:itude)?|lon(?:gitude)?|lng)["']?\s{0,2}[:=]\s{0,2}["']?(?<it>-?\d{1,3}\.\d{3,15})/giu,
  ),
  find(
    'number',
    new RegExp(
      String.raw`(?<!\p{L})(?:née?(?:\(e\))? le|born(?: on)?|date (?:of birth|de naissance)|birth ?da(?:te|y)|d\.?o\.?b\.?|anniversaire)\s{0,2}[:=]?\s{0,2}(?:(?:is|est)(?: le)? )?(?<it>${date})`,
      'giu',
    ),
  ),
];
