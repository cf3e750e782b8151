/** The echo test: is it me, the network or the server? In English. */
export const echo = {
  'echo.quality.excellent': 'excellent',
  'echo.quality.good': 'good',
  'echo.quality.fair': 'fair',
  'echo.quality.poor': 'poor',
  'echo.quality.failed': 'failed',
  'echo.quality.unknown': 'not measured',

  'echo.ms': '{value, number} ms',
  'echo.seconds': '{value, number} s',
  'echo.score': '{score, number, ::.0}',
  'echo.percent': '{value, number}%',
  'echo.notMeasured': 'not measured',

  'echo.figure.echo': 'Echo',
  'echo.figure.echo-share': 'Added by the server',
  'echo.figure.echo-returned': 'Tones received',
  'echo.figure.echo-spread': 'Server delay, 95th percentile over median',
  'echo.figure.echo-change': 'Change in server delay during the test',
  'echo.figure.sound-missing': 'Missing sound',
  'echo.figure.gap': 'Longest gap in the sound',
  'echo.figure.round-trip-change': 'Change in round trip during the test',
  'echo.figure.round-trip': 'Media round trip',
  'echo.figure.jitter-up': 'Upload jitter',
  'echo.figure.jitter-down': 'Download jitter',
  'echo.figure.loss-up': 'Upload loss',
  'echo.figure.loss-down': 'Download loss',
  'echo.figure.gateway': 'Round trip to your router',
  'echo.figure.gateway-loss': 'Loss to your router',
  'echo.figure.processor': 'CPU use',
  'echo.figure.stall': 'Longest freeze',
  'echo.figure.failure': 'Failure',
  'echo.figure.mos': 'Estimated sound quality (MOS)',
  'echo.figure.http': 'Web round trip',
  'echo.figure.signalling': 'Signalling round trip',
  'echo.figure.dns': 'DNS lookup',
  'echo.figure.tcp': 'TCP connection',
  'echo.figure.tls': 'TLS handshake',
  'echo.figure.join': 'Joining the room',
  'echo.figure.open': 'Signalling opened',
  'echo.figure.answer': 'Signalling answered',
  'echo.figure.connect': 'Media connected',
  'echo.figure.buffer': 'Local jitter buffer',
  'echo.figure.route': 'Route',
  'echo.route.udp': 'direct, UDP',
  'echo.route.tcp': 'direct, TCP',
  'echo.route.relay': 'through a relay (TURN)',

  'echo.verdict': '{headline}. {reason}',
  'echo.headline.nobody': 'All good',
  'echo.headline.you': 'It’s on your side',
  'echo.headline.network': 'It’s the network',
  'echo.headline.server': 'It’s the server',
  'echo.headline.cannot-tell': 'The cause isn’t clear',
  'echo.headline.failed': 'The test failed',
  'echo.headline.untested': 'The server wasn’t tested',

  'echo.blame.nobody': 'Your side, the network and the server are fine.',
  'echo.blame.network.round-trip': 'A round trip takes {value} (calls suffer above {limit}).',
  'echo.blame.network.jitter-up':
    'What you send arrives unevenly, by {value} (calls suffer above {limit}).',
  'echo.blame.network.jitter-down':
    'What you receive arrives unevenly, by {value} (calls suffer above {limit}).',
  'echo.blame.network.loss-up': '{value} of what you send is lost (calls suffer above {limit}).',
  'echo.blame.network.loss-down':
    '{value} of what you receive is lost (calls suffer above {limit}).',
  'echo.blame.network.round-trip-change':
    'The round trip changed by {value} during the test (calls suffer above {limit}).',
  'echo.blame.network.sound-missing':
    '{value} of the sound was missing, because packets arrive too unevenly.',
  'echo.blame.network.gap': 'The sound stopped for {value}, and your connection with it.',
  'echo.blame.network.failure':
    'Most likely a firewall: the website answers, but sound can’t get through.',
  'echo.blame.network.sum':
    'No single measurement is bad, but together they are. Largest: {figure}, {value}.',
  'echo.blame.server.echo-share': 'It adds {value}, the network only {network}.',
  'echo.blame.server.echo-share-also': 'It adds {value}, and the network takes {network}.',
  'echo.blame.server.echo-returned':
    'Only {value} of the sound came back, and the network lost almost nothing.',
  'echo.blame.server.echo-spread':
    'At times it holds the sound {value} longer than usual. Your connection is steady.',
  'echo.blame.server.echo-change':
    'Its delay changed by {value} during the test. Your connection doesn’t explain it.',
  'echo.blame.server.sound-missing':
    '{value} of the sound didn’t come back, far more than the network lost.',
  'echo.blame.server.gap': 'The sound stopped for {value}, but your connection didn’t.',
  'echo.blame.server.jitter-down':
    'It returns the sound unevenly, by {value}. Your connection is steady.',
  'echo.blame.server.failure': 'It couldn’t start a call.',
  'echo.blame.server.sum':
    'No single measurement is bad, but together they are. Largest: {figure}, {value}.',
  'echo.blame.you.gateway': 'Your router takes {value} to answer. Check your Wi-Fi or cable.',
  'echo.blame.you.gateway-loss':
    'Your router didn’t answer {value} of the time. Check your Wi-Fi or cable.',
  'echo.blame.you.processor':
    'Your computer was {value} busy. Close what you don’t need and test again.',
  'echo.blame.you.stall':
    'Your computer froze for {value}. Close what you don’t need and test again.',
  'echo.blame.you.failure': 'Your computer isn’t connected.',
  'echo.blame.cannot-tell.both':
    'Both are bad, and neither clearly worse. {first}: {value}. {second}: {other}.',
  'echo.blame.cannot-tell.one': 'Not all of its parts were measured. {first}: {value}.',
  'echo.blame.cannot-tell.failure':
    'Not enough was measured to tell you, the network and the server apart.',
  'echo.blame.cannot-tell.none':
    'Not enough was measured to tell you, the network and the server apart.',

  'echo.remark.relay': 'Sound goes through a relay (TURN). That’s a detour, not a fault.',
  'echo.remark.tcp': 'Sound goes over TCP: UDP is blocked, and lost packets will delay it.',
  'echo.remark.around-proxy':
    'The website goes through your network’s proxy. Sound doesn’t: it goes directly to the server.',
  'echo.remark.ice-servers':
    'The server’s list of STUN and TURN servers has entries no browser can use. They were skipped. Tell your server admins.',
  'echo.remark.web-faster': 'The website is faster: only the sound is slow.',
  'echo.remark.web-slower':
    'The website is slower than the sound: pages may lag while calls are fine.',
  'echo.remark.web-agrees': 'The website takes as long: the server is far away.',

  'echo.step.find': 'finding the room',
  'echo.step.join': 'joining',
  'echo.step.connect': 'connecting',
  'echo.step.measure': 'measuring',
  'echo.step.leave': 'leaving',

  'echo.failure.address-invalid':
    'That isn’t a room link. Copy the whole link, starting with https://.',
  'echo.failure.offline': 'You’re offline. Test again once you’re connected.',
  'echo.failure.unreachable.dns':
    'The server’s name wasn’t found. Check the address, then tell your server admins.',
  'echo.failure.unreachable.refused':
    'The server is refusing connections. It’s probably not running. Tell your server admins.',
  'echo.failure.unreachable.certificate':
    'The server’s certificate isn’t valid. Tell your server admins.',
  'echo.failure.unreachable.address':
    'That’s an internal address, so it isn’t tested. Check the link with the person who gave it to you.',
  'echo.failure.unreachable.other':
    'The server isn’t answering. Test another server. If that works, tell the admins of this one.',
  'echo.failure.too-many-redirects':
    'The link redirects in a loop. Ask the person who gave it to you for the room’s own address.',
  'echo.failure.not-a-room':
    'There’s a page at this address, but no room Coop Tray can test. Ask for a link to a Greenlight 2 or 3 room, or to BigBlueButton itself.',
  'echo.failure.not-found': 'This room no longer exists. Ask for a new link.',
  'echo.failure.sign-in-required':
    'This room only admits signed-in members. Ask for one open to guests.',
  'echo.failure.access-code-required': 'This room needs an access code. Enter it and test again.',
  'echo.failure.access-code-wrong': 'Wrong access code. Check it and test again.',
  'echo.failure.not-started':
    'The room hasn’t started and guests can’t start it. Ask its owner to open it.',
  'echo.failure.waiting-for-moderator':
    'A moderator has to let you in, and none did. Ask for a room without a waiting room.',
  'echo.failure.guest-denied': 'A moderator denied access. Ask for a room kept for tests.',
  'echo.failure.room-full': 'The room is full. Test again later, or in another room.',
  'echo.failure.ended': 'The meeting ended during the test. Test again, or in another room.',
  'echo.failure.livekit':
    'This room’s sound uses LiveKit, which has no echo to test. Only the web can be measured.',
  'echo.failure.secret-missing': 'The server’s shared secret is missing. Enter it first.',
  'echo.failure.secret-wrong': 'Wrong shared secret. Enter it again.',
  'echo.failure.keyring-unavailable':
    'Your keyring is locked or missing, so the shared secret can’t be read. Unlock it and test again.',
  'echo.failure.api-refused':
    'The server refused the guest or the room{key, select, none {} other { ({key})}}. Tell your server admins.',
  'echo.failure.join-timeout':
    'Joining the room took too long. Test again. If it keeps happening, tell your server admins.',
  'echo.failure.left-the-room':
    'The page left the room. Test again. If it keeps happening, tell your server admins.',
  'echo.failure.page-failed': 'The room’s page couldn’t be loaded. Test again.',
  'echo.failure.signalling-refused':
    'The server refused the signalling connection. Tell your server admins.',
  'echo.failure.signalling-unreachable':
    'The signalling connection couldn’t be made. A proxy may block WebSockets. If not, tell your server admins.',
  'echo.failure.signalling-closed':
    'The server closed the signalling connection. Test again. If it keeps happening, tell your server admins.',
  'echo.failure.signalling-silent': 'The server didn’t answer the call. Tell your server admins.',
  'echo.failure.bad-answer':
    'The server gave an unknown answer. It may be too old or too new. Tell your server admins.',
  'echo.failure.server-error': 'The server reports an error. {meaning} Tell your server admins.',
  'echo.failure.not-admitted':
    'The server didn’t recognize the guest. Test again. If it keeps happening, tell your server admins.',
  'echo.failure.sdp-invalid': 'The server’s call offer is invalid. Tell your server admins.',
  'echo.failure.ice-failed':
    'Sound can’t get through: a firewall may block UDP. Test from another network, such as your phone’s.',
  'echo.failure.media-silent':
    'Connected, but no sound is coming through. Test again. If it keeps happening, tell your server admins.',
  'echo.failure.stopped': 'You stopped the test.',
  'echo.failure.timeout': 'The test took too long and was stopped. Test again.',
  'echo.failure.busy': 'Another test is running. Wait until it’s done, or stop it.',
  'echo.failure.internal':
    'The test failed (a bug in Coop Tray). Test again, and report it if it keeps happening.',

  'echo.bbb': 'Error {code}: {meaning}',
  'echo.bbb.1001': 'The WebSocket connection was lost.',
  'echo.bbb.1002': 'No WebSocket connection could be opened.',
  'echo.bbb.1003': 'The browser version isn’t supported.',
  'echo.bbb.1004': 'The call failed.',
  'echo.bbb.1005': 'The call ended unexpectedly.',
  'echo.bbb.1006': 'The call wasn’t answered in time.',
  'echo.bbb.1007': 'No route was found for the sound (ICE).',
  'echo.bbb.1008': 'The call couldn’t be transferred to the room.',
  'echo.bbb.1009': 'The STUN and TURN addresses couldn’t be loaded.',
  'echo.bbb.1010': 'Looking for a route for the sound took too long (ICE).',
  'echo.bbb.1011': 'Connecting the sound took too long (ICE).',
  'echo.bbb.1012': 'The route for the sound was closed (ICE).',
  'echo.bbb.2000': 'The connection to the media server failed.',
  'echo.bbb.2001': 'The media server isn’t running.',
  'echo.bbb.2002': 'The media server has no capacity left.',
  'echo.bbb.2003': 'The media server didn’t answer in time.',
  'echo.bbb.2019': 'The media server failed without giving a reason.',
  'echo.bbb.2020': 'The media server rejected an address for the sound (ICE).',
  'echo.bbb.2021': 'The media server couldn’t gather its addresses (ICE).',
  'echo.bbb.2022': 'The media server found no route for the sound (ICE).',
  'echo.bbb.2200': 'The sound failed on the server.',
  'echo.bbb.2201': 'The server no longer knows this stream.',
  'echo.bbb.2202': 'The stream’s description isn’t valid (SDP).',
  'echo.bbb.2203': 'The two sides have no codec in common.',
  'echo.bbb.2208': 'The media server couldn’t carry out the request.',
  'echo.bbb.2209': 'The adapter between signalling and media failed.',
  'echo.bbb.2210': 'The streams couldn’t be joined on the server.',
  'echo.bbb.2211': 'The server receives no sound.',
  'echo.bbb.2300': 'The server didn’t understand the request.',
  'echo.bbb.2301': 'The guest isn’t allowed to speak in the room yet.',
  'echo.bbb.2302': 'The room’s shared sound failed.',
  'echo.bbb.2303': 'The call’s sound failed.',
  'echo.bbb.unknown': 'Its meaning is unknown.',

  'echo.table.instance': 'Server',
  'echo.table.quality': 'Quality',
  'echo.compare.better': '{name} is better: it scores {value}, the other {other}.',
  'echo.compare.no-difference': 'No clear difference: repeated tests of one server vary as much.',
  'echo.compare.too-few': 'Not enough tests to compare: each server needs at least two.',
  'echo.compare.places':
    'Tests from different locations are shown separately: distance isn’t the server’s fault.',
  'echo.compare.from': 'From {place}',
  'echo.compare.fromUnknown': 'Location not given',

  'echo.report.title': 'Echo test of {name}',
  'echo.report.when': 'Date',
  'echo.report.place': 'Location',
  'echo.report.placeUnknown': 'not given',
  'echo.report.host': 'Host',
  'echo.report.app': 'App',
  'echo.report.system': 'System',
  'echo.report.verdict': 'Verdict',
  'echo.report.measured': 'Measured for',
  'echo.report.measured.early': '{time} (the result was clear by then)',
  'echo.report.returned': '{returned, number} of {sent, number}',
  'echo.report.spread': 'min {min}, median {median}, 95th percentile {p95}',
  'echo.report.lost': '{share} ({lost, number} of {expected, number} packets)',
  'echo.report.failure': 'Ended early while {step}',
} as const;
