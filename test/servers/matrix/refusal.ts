import type { Json } from './state.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly body: Json;

  constructor(status: number, body: Json) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

export const refuse = (status: number, errcode: string, more: Json = {}) =>
  new Refusal(status, { errcode, error: errcode, ...more });
