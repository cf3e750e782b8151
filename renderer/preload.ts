import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/bridge.ts';
import { callChannel, eventChannel } from '../shared/channels.ts';

const bridge: Bridge = {
  call: (name, payload) => ipcRenderer.invoke(callChannel, name, payload),
  on: (listener) => {
    // Never pass on the event: its `sender` would give the page raw IPC access.
    const forward = (_event: unknown, name: string, json: string) => listener(name, json);
    ipcRenderer.on(eventChannel, forward);
    return () => ipcRenderer.off(eventChannel, forward);
  },
};

contextBridge.exposeInMainWorld('coopTray', bridge);
