/** The stand-in's requests about users. */
import { refuse } from './refusal.ts';
import type { Device, Json, World } from './state.ts';
import { newId } from './state.ts';

export function addDevice(world: World, userId: string, tokenS?: number, given?: string): Json {
  const token = newId('token-');
  const deviceId = given ?? newId('DEVICE');
  const endsUtcMs = tokenS === undefined ? Infinity : Date.now() + tokenS * 1000;
  world.tokens.set(token, { userId, deviceId, endsUtcMs });
  return { user_id: userId, device_id: deviceId, access_token: token };
}

export function logIn(world: World, body: Json, tokenS?: number): Json {
  const device = body['device_id'] as string | undefined;
  if (body['type'] === 'm.login.token') {
    const userId = world.loginTokens.get(String(body['token']));
    world.loginTokens.delete(String(body['token']));
    if (!userId) throw refuse(403, 'M_FORBIDDEN');
    return addDevice(world, userId, tokenS, device);
  }
  const { user } = body['identifier'] as { user: string };
  const userId = user.startsWith('@') ? user : `@${user}:localhost`;
  if (world.passwords.get(userId) !== body['password']) throw refuse(403, 'M_FORBIDDEN');
  return addDevice(world, userId, tokenS, device);
}

export function deviceOf(world: World, token: string): Device {
  const device = world.tokens.get(token);
  if (!device) throw refuse(401, 'M_UNKNOWN_TOKEN', { soft_logout: false });
  if (device.endsUtcMs < Date.now()) throw refuse(401, 'M_UNKNOWN_TOKEN', { soft_logout: true });
  return device;
}
