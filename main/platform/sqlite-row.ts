/** Reads and validates columns: a database file is untrusted input. */
import { DatabaseError } from './sqlite-error.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Throws DatabaseError `damaged`, like the others here, if the column is missing or of another type. */
export function numberAt(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : unexpected(column, value);
}

/** Undefined for NULL. */
export function maybeNumberAt(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : numberAt(row, column);
}

export function textAt(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : unexpected(column, value);
}

/** Undefined for NULL. */
export function maybeTextAt(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : textAt(row, column);
}

export function choiceAt<T extends string>(row: Row, column: string, choices: readonly T[]): T {
  const value = row[column];
  return choices.find((one) => one === value) ?? unexpected(column, value);
}

export function asRow(found: unknown): Row {
  return isRow(found) ? found : unexpected('row', found);
}

function isRow(found: unknown): found is Row {
  return typeof found === 'object' && found !== null;
}

function unexpected(column: string, value: unknown): never {
  throw new DatabaseError('damaged', `${column}: ${typeof value}`);
}
