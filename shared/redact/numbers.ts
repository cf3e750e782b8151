/** Personal numbers: phones, cards, accounts, public registers. Pure. */
import type { Around, Find } from './find.ts';
import { find } from './find.ts';

/** Before order numbers, case numbers and the like, which are written like phone numbers. */
const numberBefore =
  /(?:\b(?:order|commande|invoice|facture|ticket|billet|n[o°]s?\.?|id|ids|réf(?:érence)?|ref(?:erence)?|build|issue|case|dossier|sku|serial|série|port|ports|sizes?|tailles?|isbn|issn|tracking|suivi|colis|contract|contrat|pid|uid|row|ligne|article|code-barres|barcode|part|version|article|transaction|bytes|octets|pixels|hash)\b(?:[  ](?:number|numéro|n[o°]\.?|id|code))?|#)[\s:=.°#nor-]{0,8}$/iu;
const measureAfter = /^\s?(?:ms|s\b|kb|mb|gb|ko|mo|go|px|bytes|octets|€|\$|%|x\s?\d)/iu;

function isPhone(it: string, { before, after }: Around): boolean {
  const count = it.replaceAll(/\D/gu, '').length;
  if (count < 7 || count > 15 || measureAfter.test(after)) return false;
  if (it.startsWith('00') && count < 11) return false;
  return it.startsWith('+') || !numberBefore.test(before) || calledBefore.test(before);
}
const calledBefore = /(?:t[ée]l|phone|cell|mobile|fax|appel|call)/iu;

/** Luhn check digit (ISO/IEC 7812). */
function isCard(it: string, { before }: Around): boolean {
  const digits = Array.from(it.replaceAll(/\D/gu, ''), Number).toReversed();
  const sum = digits.reduce((all, digit, at) => {
    const twice = at % 2 === 1 ? digit * 2 : digit;
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return digits.length >= 13 && sum % 10 === 0 && !numberBefore.test(before);
}

/** ISO 13616: with the first four characters moved to the end and letters as numbers, the remainder mod 97 is 1. */
function isIban(it: string): boolean {
  const plain = it.replaceAll(' ', '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (one) => Number.parseInt(one, 36));
  return digits.reduce((left, one) => (left * (one > 9 ? 100 : 10) + one) % 97, 0) === 1;
}

/**
 * French social security number: the last two digits are a checksum; Corsica's departments 2A and 2B count as 19 and
 * 18.
 */
function isNir(it: string): boolean {
  const plain = it.replaceAll(' ', '').replace('2A', '19').replace('2B', '18');
  return plain.length === 15 && 97 - (Number(plain.slice(0, 13)) % 97) === Number(plain.slice(13));
}

/** Runs before the patterns for keys, which are in groups of four as well. */
export const ofBanks: Find = find(
  'number',
  /(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![\w-])/gu,
  isIban,
);

export const ofNumbers: readonly Find[] = [
  find(
    'number',
    /(?<![\w.+-])[3-6]\d{3}(?:([ -]?)\d{4}\1\d{4}\1\d{1,7}|[ -]?\d{6}[ -]?\d{5})(?![\w-]|\.\d)/gu,
    isCard,
  ),
  find(
    'number',
    /\b(?:NAS|SIN|SSN|NIR|RAMQ|social (?:insurance|security) number|numéro d[’']assurance sociale|numéro de sécurité sociale|assurance maladie)\b[\s:=#n°o.]{0,6}(?:is |est |le )?(?<it>(?:[A-Z]{4} ?)?\d[\d -]{6,20}\d)/giu,
  ),
  find(
    'number',
    /(?<![\w.+-])\d{3}-\d{2}-\d{4}(?![\w-])/gu,
    (_it, { before }) => !numberBefore.test(before),
  ),
  find(
    'phone',
    /(?<![\w+.(-])(?:\+|00(?=[1-9]))\d{1,3}(?:[ .\u00a0\u202f/-]{0,2}(?:\(0?\d{0,4}\)|\d{1,5})){1,7}(?![\w]|[.-]\d)/gu,
    isPhone,
  ),
  find(
    'phone',
    /(?<![\w.+-])(?:\+?1[ .-])?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .\u00a0\u2011-])[2-9]\d{2}[ .\u00a0\u2011-]?\d{4}(?![\w-]|\.\d)/gu,
    isPhone,
  ),
  find('phone', /(?<![\w.+-])0[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?![\w-]|\.\d)/gu, isPhone),
  find(
    'phone',
    /(?<![\w.+-])(?:\(0\d{2,5}\)|0\d{2,4})[ /-]\d{3,8}(?:[ -]?\d{2,4})?(?![\w-]|\.\d)/gu,
    (it, around) => it.replaceAll(/\D/gu, '').length >= 9 && isPhone(it, around),
  ),
  find(
    'phone',
    /\b(?:t[ée]l(?:[ée]phone)?|phone(?: number)?|numéro(?: de téléphone)?|cell(?:ulaire|phone)?|mobile|portable|fax|whatsapp|signal|sms|text me|call(?: me| us)?|ring me|appel(?:le|ez|er)(?:-(?:moi|nous))?|rappel(?:le|ez|er)(?:-(?:moi|nous))?|joindre|joignable|reach(?: me| us)?)[\s.:°#=-]{0,4}(?:(?:at|on|au|to|sur|le|is|est)\s)?(?<it>[+(]{0,2}\d[\d ()./\u00a0\u202f-]{5,20}\d)(?![\w])/giu,
    isPhone,
  ),
  find('phone', /\btel:(?<it>\+?[\d().-]{5,20})/giu),
  // Quebec health card: four letters of the name and the date of birth, with 50 added to a woman's month.
  find(
    'number',
    /(?<![\w-])[A-Z]{4}[ -]?\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])\d{2}(?![\w-])/gu,
  ),
  find(
    'number',
    /(?<![\w.-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\w-])/gu,
    isNir,
  ),
  find(
    'number',
    /(?<!\p{L})(?:passe?port|permis(?: de conduire)?|driver[’']?s? licen[cs]e|licence number|health card|carte soleil|membership|member|membre|matricule)(?: (?:number|numéro|no\.?|n°|#))?\s{0,2}[:=]?\s{0,2}(?:(?:is|est)(?: le)? )?(?<it>[A-Z]{0,4}\d[A-Z\d -]{3,20}\d)(?![\w])/giu,
  ),
  find(
    'number',
    /(?<!\p{L})numéro d[e’'] ?(?:membre|passeport|permis|employée?|client|compte|dossier médical)\s{0,2}[:=]?\s{0,2}(?:est (?:le )?)?(?<it>[A-Z]{0,4}\d[A-Z\d -]{2,20}\d)(?![\w])/giu,
  ),
  // Transit, institution and account number, as on Canadian cheques.
  find('number', /(?<![\w.-])\d{3}[ -]\d{5}[ -]\d{7,12}(?![\w-])/gu),
  find('number', /(?<!\p{L})transit\s{0,2}[:=#]?\s{0,2}(?<it>\d{5}(?:-\d{3})?)(?!\d)/giu),
  find(
    'number',
    /(?<!\p{L})(?:folio|succursale|compte(?: bancaire| d[’']épargne| chèques?)?|account(?: number| no\.?)?)\s{0,2}[:=#]?\s{0,2}(?<it>\d[\d-]{4,16}\d)(?![\w]|[.,]\d)/giu,
    (_it, { after }) => !measureAfter.test(after),
  ),
  find(
    'number',
    /\b(?:cvv2?|cvc2?|cvn|cryptogramme)\b[\s:=]{0,3}(?:is |est )?(?<it>\d{3,4})(?!\d)/giu,
  ),
  find(
    'number',
    /\bexp(?:\.|iry|iration|ires?)?(?: date)?[\s:=]{1,3}(?<it>\d{2} ?\/ ?\d{2,4})(?!\d)/giu,
    (_it, { before, after }) =>
      /\b(?:cards?|carte|visa|mastercard|cv[vc]\d?)\b/iu.test(before + after),
  ),
];
