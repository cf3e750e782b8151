/** Synapse's settings: loopback, no federation, and its default rate limits except where they would slow the tests. */
import type { MatrixServerOptions } from '../matrix/server.ts';

export const config = (
  folder: string,
  port: number,
  secret: string,
  { tokenS, unlimited }: MatrixServerOptions,
) => `server_name: localhost
public_baseurl: http://127.0.0.1:${port}/
report_stats: false
signing_key_path: ${folder}/signing.key
media_store_path: ${folder}/media
pid_file: ${folder}/synapse.pid
log_config: ${folder}/log.yaml
database: {name: sqlite3, args: {database: ${folder}/homeserver.db}}
listeners:
  - {port: ${port}, bind_addresses: [127.0.0.1], type: http, tls: false, x_forwarded: false,
     resources: [{names: [client], compress: false}]}
federation_domain_whitelist: []
trusted_key_servers: []
suppress_key_server_warning: true
send_federation: false
registration_shared_secret: "${secret}"
macaroon_secret_key: "${secret}-m"
form_secret: "${secret}-f"
enable_registration: false
# A login takes 2 ms instead of 250: passwords of tests need no protection.
bcrypt_rounds: 4
presence: {enabled: false}
url_preview_enabled: false
max_upload_size: 50M
login_via_existing_session: {enabled: true, require_ui_auth: false}
# Synapse lets an account sign in five times, then once in five minutes; the tests sign in the same one more often.
rc_login: {address: {per_second: 10, burst_count: 100}, account: {per_second: 10, burst_count: 100}}
${tokenS === undefined ? '' : `session_lifetime: ${tokenS}s\n`}${unlimited ? 'rc_message: {per_second: 1000, burst_count: 1000}\n' : ''}`;

export const logConfig = (folder: string) => `version: 1
formatters: {f: {format: '%(asctime)s %(levelname)s %(name)s %(message)s'}}
handlers: {file: {class: logging.FileHandler, filename: ${folder}/log, formatter: f}}
root: {level: WARNING, handlers: [file]}
disable_existing_loggers: false
`;
