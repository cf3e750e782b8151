/** The `links` section of the co-op document: where the co-op's short links are listed. */
import * as v from 'valibot';
import { shortList } from '../lists/short-list.ts';
import { Id } from './parts.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { PrivateAddress, WebAddress } from './web.ts';

/** `csv`: lines of `keyword,address`. `json`: an object of addresses by keyword, or a list of both. */
const linkFormats = ['csv', 'json'] as const;
export type LinkFormat = (typeof linkFormats)[number];

const LinkSourceSchema = v.object({
  id: Id,
  name: TextsOf(80),
  /** Whoever could change the list on its way could lead members anywhere. */
  url: PrivateAddress,
  format: v.optional(v.picklist(linkFormats), 'csv'),
  /** What stands before a keyword in a short address, such as `https://link.maple.example/`. */
  base: v.optional(WebAddress),
});
export type LinkSource = Chosen<v.InferOutput<typeof LinkSourceSchema>>;

export const LinksSchema = v.object({ sources: shortList(LinkSourceSchema, 10) });
export type LinksPlan = Chosen<v.InferOutput<typeof LinksSchema>>;
