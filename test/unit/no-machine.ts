import { keepFromMachine } from '../no-machine.ts';

keepFromMachine(() => false);
