import { describe, expect, test } from 'vitest';
import { checkEvent, checkResult } from '../ipc-contract.ts';

const state = { signedIn: true, rooms: [{ room: '#a:b.example', name: 'A', archived: false }] };

describe('what main sends', () => {
  test('passes where it is what its schema says', () => {
    expect(() => checkEvent('roomExport', state)).not.toThrow();
    expect(() => checkResult('roomExport.get', state)).not.toThrow();
    expect(() => checkResult('history.get', undefined)).not.toThrow();
    expect(() => checkResult('window.drawn', undefined)).not.toThrow();
  });

  test('an undefined field is as good as none', () => {
    const rooms = [{ ...state.rooms[0], keepDays: undefined }];
    expect(() => checkEvent('roomExport', { ...state, rooms })).not.toThrow();
  });

  test.each<[string, unknown, string]>([
    ['a missing field', { rooms: [] }, 'the event roomExport: signedIn'],
    ['another type', { ...state, signedIn: 'yes' }, 'the event roomExport: signedIn'],
    [
      'a number that JSON lacks',
      { ...state, rooms: [{ ...state.rooms[0], keepDays: NaN }] },
      'keepDays',
    ],
    [
      'an address that the window is not to know',
      { ...state, rooms: [{ ...state.rooms[0], url: 'https://b.example' }] },
      'the event roomExport: $.rooms.0.url is not in its schema',
    ],
  ])('%s is refused', (_what, payload, message) => {
    expect(() => checkEvent('roomExport', payload)).toThrow(message);
  });

  test('a result is refused where there should be none', () => {
    expect(() => checkResult('window.drawn', { at: 1 })).toThrow('the result of window.drawn');
  });
});
