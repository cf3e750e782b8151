import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/bridge.ts';
import { callChannel, eventChannel } from '../shared/channels.ts';

const bridge: Bridge = {
  call: (name, payload) => ipcRenderer.invoke(callChannel, name, payload),
  on: (listener) => {
    // The event object stays here: it would hand the page a way to answer as us.
    const hear = (_event: unknown, name: string, json: string) => listener(name, json);
    ipcRenderer.on(eventChannel, hear);
    return () => ipcRenderer.off(eventChannel, hear);
  },
};

contextBridge.exposeInMainWorld('coopTray', bridge);
