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
  'echo.percent': '{value, number} %',
  'echo.notMeasured': 'not measured',

  'echo.figure.echo': 'Echo',
  'echo.figure.echo-share': 'Added by the server',
  'echo.figure.echo-returned': 'Chirps that came back',
  'echo.figure.echo-spread': 'The server’s part, 95 % above the median by',
  'echo.figure.echo-change': 'Change of the server’s part during the test',
  'echo.figure.sound-missing': 'Sound that was missing',
  'echo.figure.gap': 'Longest gap in the sound',
  'echo.figure.round-trip-change': 'Change of the round trip during the test',
  'echo.figure.round-trip': 'Media round trip',
  'echo.figure.jitter-up': 'Jitter on the way up',
  'echo.figure.jitter-down': 'Jitter on the way down',
  'echo.figure.loss-up': 'Loss on the way up',
  'echo.figure.loss-down': 'Loss on the way down',
  'echo.figure.gateway': 'Round trip to your router',
  'echo.figure.gateway-loss': 'Unanswered by your router',
  'echo.figure.processor': 'Processors in use',
  'echo.figure.stall': 'Longest stall of the app',
  'echo.figure.failure': 'Failure',
  'echo.figure.mos': 'Estimated opinion score (MOS)',
  'echo.figure.http': 'Web round trip',
  'echo.figure.signalling': 'Signalling round trip',
  'echo.figure.dns': 'Name lookup',
  'echo.figure.tcp': 'TCP connection',
  'echo.figure.tls': 'TLS handshake',
  'echo.figure.join': 'Joining the room',
  'echo.figure.open': 'Signalling opened',
  'echo.figure.answer': 'Signalling answered',
  'echo.figure.connect': 'Media connected',
  'echo.figure.buffer': 'Own jitter buffer',
  'echo.figure.route': 'Route',
  'echo.route.udp': 'direct, UDP',
  'echo.route.tcp': 'direct, TCP',
  'echo.route.relay': 'through a relay (TURN)',

  'echo.blame.nobody': 'Nothing is wrong: neither with you, nor the network, nor the server.',
  'echo.blame.network.round-trip':
    'A round trip takes {value}, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.jitter-up':
    'What you send arrives unevenly, by {value}, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.jitter-down':
    'What you receive arrives unevenly, by {value}, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.loss-up':
    '{value} of what you send is lost, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.loss-down':
    '{value} of what is sent to you is lost, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.round-trip-change':
    'During the test the round trip changed by {value}, and calls suffer from {limit} on: it is the network.',
  'echo.blame.network.sound-missing':
    '{value} of the sound was missing, because packets arrive too unevenly to be heard: it is the network.',
  'echo.blame.network.gap':
    'The sound stopped for {value}, and your line stopped with it: it is the network.',
  'echo.blame.network.failure':
    'The server answers over the web, but no sound finds the way: it is the network, most likely a firewall.',
  'echo.blame.network.sum':
    'No figure is bad alone, but together they are, and the network has the largest part: {figure} {value}.',
  'echo.blame.server.echo-share':
    'The server adds {value} to the echo, the network only {network}: it is the server.',
  'echo.blame.server.echo-share-also':
    'The server adds {value} to the echo; the network takes {network}, but the server weighs more.',
  'echo.blame.server.echo-returned':
    'Only {value} of the sound came back although the network lost almost nothing: it is the server.',
  'echo.blame.server.echo-spread':
    'At times the server keeps the sound {value} longer than usual; your line does not: it is the server.',
  'echo.blame.server.echo-change':
    'During the test what the server adds changed by {value}; your line does not explain it: it is the server.',
  'echo.blame.server.sound-missing':
    '{value} of the sound did not come back, far more than the network lost: it is the server.',
  'echo.blame.server.gap': 'The sound stopped for {value}; your line did not: it is the server.',
  'echo.blame.server.jitter-down':
    'The server gives the sound back unevenly, by {value}; your line is steady: it is the server.',
  'echo.blame.server.failure': 'The server could not give a call: it is the server.',
  'echo.blame.server.sum':
    'No figure is bad alone, but together they are, and the server has the largest part: {figure} {value}.',
  'echo.blame.you.gateway':
    'Even your own router takes {value} to answer: it is on your side, the wifi or the cable at home.',
  'echo.blame.you.gateway-loss':
    'Even your own router left {value} of the tries unanswered: it is on your side, the wifi or the cable at home.',
  'echo.blame.you.processor':
    'Your computer was {value} busy: it is on your side. Close what you do not need and test again.',
  'echo.blame.you.stall':
    'Your computer stood still for {value}: it is on your side. Close what you do not need and test again.',
  'echo.blame.you.failure': 'Your computer is not connected: it is on your side.',
  'echo.blame.cannot-tell.both':
    'Both are bad, and neither clearly more: {first} {value}, {second} {other}. It cannot be told which it is.',
  'echo.blame.cannot-tell.one':
    '{first} {value}, but what it is made of was not all measured. It cannot be told whose it is.',
  'echo.blame.cannot-tell.failure':
    'Too little was measured to tell whether it is you, the network or the server.',
  'echo.blame.cannot-tell.none':
    'Too little was measured to tell whether it is you, the network or the server.',

  'echo.remark.relay': 'Sound goes through a relay (TURN). That is a detour, and no fault.',
  'echo.remark.tcp': 'Sound goes over TCP: UDP is blocked, and lost packets will delay it.',
  'echo.remark.ice-servers':
    'The server’s own list of STUN and TURN servers has entries that no browser can use. They were skipped: tell whoever runs the server.',
  'echo.remark.web-faster':
    'The server answers faster over the web: only the way of the sound is slow.',
  'echo.remark.web-slower':
    'The server answers slower over the web than to sound: its pages may be slow while calls are well.',
  'echo.remark.web-agrees': 'The web takes as long: the way to the server is long.',

  'echo.step.find': 'finding the room',
  'echo.step.join': 'joining',
  'echo.step.connect': 'connecting',
  'echo.step.measure': 'measuring',
  'echo.step.leave': 'leaving',

  'echo.failure.address-invalid':
    'This is no address of a room. Copy the whole link, beginning with https://.',
  'echo.failure.offline': 'You are offline. Test again once you are connected.',
  'echo.failure.unreachable.dns':
    'The server’s name was not found. Check the address, then tell whoever runs the server.',
  'echo.failure.unreachable.refused':
    'The server refuses the connection: nothing runs there at the moment. Tell whoever runs it.',
  'echo.failure.unreachable.certificate':
    'The server’s certificate is not valid. Tell whoever runs it.',
  'echo.failure.unreachable.address':
    'The address leads to the inside of a machine or a data centre, where nothing is asked. Check the link, then tell whoever gave it to you.',
  'echo.failure.unreachable.other':
    'The server does not answer. Test another server: if that works, tell whoever runs this one.',
  'echo.failure.too-many-redirects':
    'The link leads in circles. Ask whoever gave it to you for the room’s own address.',
  'echo.failure.not-a-room':
    'There is a page at this address, but no room that can be tested here: that takes a room of Greenlight 2 or 3, or a link to BigBlueButton itself. Ask for such a link.',
  'echo.failure.not-found':
    'There is no such room any more. Ask whoever gave you the link for a new one.',
  'echo.failure.sign-in-required':
    'The room lets in only members who have signed in. Ask for a room that guests may join.',
  'echo.failure.access-code-required': 'The room asks for an access code. Enter it and test again.',
  'echo.failure.access-code-wrong':
    'The room does not accept this access code. Check it and test again.',
  'echo.failure.not-started':
    'Nobody has started the room, and guests may not. Ask its owner to allow it, or to start it.',
  'echo.failure.waiting-for-moderator':
    'A moderator must let you in, and nobody did. Ask for a room without a waiting room.',
  'echo.failure.guest-denied':
    'A moderator turned the guest away. Ask for a room that is meant for tests.',
  'echo.failure.room-full': 'The room is full. Test again later, or in another room.',
  'echo.failure.ended': 'The meeting was ended during the test. Test again, or in another room.',
  'echo.failure.livekit':
    'This room’s sound runs on LiveKit, which has no echo to test. The web figures are what can be measured.',
  'echo.failure.secret-missing': 'The server’s shared secret is not known here. Enter it first.',
  'echo.failure.secret-wrong': 'The server does not accept this shared secret. Enter it again.',
  'echo.failure.keyring-unavailable':
    'The system’s keyring is locked or missing, so that the shared secret cannot be read. Unlock it and test again.',
  'echo.failure.api-refused':
    'The server refused the guest or the room{key, select, none {} other { ({key})}}. Tell whoever runs it.',
  'echo.failure.join-timeout':
    'The room’s page did not get as far as joining in time. Test again; if it stays so, tell whoever runs the server.',
  'echo.failure.left-the-room':
    'The page left the room for another place. Test again; if it stays so, tell whoever runs the server.',
  'echo.failure.page-failed': 'The room’s page could not be shown. Test again.',
  'echo.failure.signalling-refused':
    'The server refused the connection that arranges calls. Tell whoever runs it.',
  'echo.failure.signalling-unreachable':
    'The connection that arranges calls could not be made. A proxy may block WebSockets; else tell whoever runs the server.',
  'echo.failure.signalling-closed':
    'The server closed the connection that arranges calls. Test again; if it stays so, tell whoever runs it.',
  'echo.failure.signalling-silent':
    'The server did not answer when asked for a call. Tell whoever runs it.',
  'echo.failure.bad-answer':
    'The server answered in a way that is not known here. It may be too old or too new.',
  'echo.failure.server-error': 'The server reports an error. {meaning} Tell whoever runs it.',
  'echo.failure.not-admitted':
    'The server did not take the guest for a member of the room. Test again; if it stays so, tell whoever runs it.',
  'echo.failure.sdp-invalid': 'The server’s offer for a call cannot be used. Tell whoever runs it.',
  'echo.failure.ice-failed':
    'No way for the sound was found: a firewall may block UDP. Test from another network, such as a phone’s.',
  'echo.failure.media-silent':
    'The connection stands, but no sound arrives. Test again; if it stays so, tell whoever runs the server.',
  'echo.failure.stopped': 'The test was stopped before its end.',
  'echo.failure.timeout': 'The test took too long and was ended. Test again.',
  'echo.failure.busy': 'Another test is running. Wait for its end, or stop it.',
  'echo.failure.internal':
    'The test failed for a reason within the app. Test again, and report it if it stays so.',

  'echo.bbb': 'Error {code}: {meaning}',
  'echo.bbb.1001': 'The WebSocket was cut.',
  'echo.bbb.1002': 'No WebSocket could be opened.',
  'echo.bbb.1003': 'The browser’s version is not supported.',
  'echo.bbb.1004': 'The call failed.',
  'echo.bbb.1005': 'The call ended unasked.',
  'echo.bbb.1006': 'The call was not answered in time.',
  'echo.bbb.1007': 'No way for media was found (ICE).',
  'echo.bbb.1008': 'The call could not be handed over to the room.',
  'echo.bbb.1009': 'The addresses of STUN and TURN could not be fetched.',
  'echo.bbb.1010': 'Looking for a way for media took too long (ICE).',
  'echo.bbb.1011': 'Connecting media took too long (ICE).',
  'echo.bbb.1012': 'The way for media was closed (ICE).',
  'echo.bbb.2000': 'The connection to the media server failed.',
  'echo.bbb.2001': 'The media server is not running.',
  'echo.bbb.2002': 'The media server has no capacity left.',
  'echo.bbb.2003': 'The media server did not answer in time.',
  'echo.bbb.2019': 'The media server failed without a reason.',
  'echo.bbb.2020': 'The media server did not accept an address for media (ICE).',
  'echo.bbb.2021': 'The media server could not gather its addresses (ICE).',
  'echo.bbb.2022': 'The media server found no way for media (ICE).',
  'echo.bbb.2200': 'Media failed on the server.',
  'echo.bbb.2201': 'The server does not know this media any more.',
  'echo.bbb.2202': 'The description of the media is not valid (SDP).',
  'echo.bbb.2203': 'There is no codec that both sides have.',
  'echo.bbb.2208': 'The media server could not carry out what was asked.',
  'echo.bbb.2209': 'The adapter between signalling and media failed.',
  'echo.bbb.2210': 'Media could not be joined on the server.',
  'echo.bbb.2211': 'The server receives no media.',
  'echo.bbb.2300': 'The server did not understand the request.',
  'echo.bbb.2301': 'The guest is not, or not yet, allowed to speak in the room.',
  'echo.bbb.2302': 'The room’s common sound failed.',
  'echo.bbb.2303': 'The call’s sound failed.',
  'echo.bbb.unknown': 'Its meaning is not known here.',

  'echo.table.instance': 'Server',
  'echo.table.quality': 'Quality',
  'echo.compare.better': '{name} is better: a score of {value} against {other}.',
  'echo.compare.no-difference': 'No clear difference: the tests of each differ as much.',
  'echo.compare.too-few': 'Too few tests to compare: each server must be measured at least twice.',
  'echo.compare.places':
    'Tests from different places are shown apart: a distance is no fault of a server.',
  'echo.compare.from': 'From {place}',
  'echo.compare.fromUnknown': 'From a place that was not named',

  'echo.report.title': 'Echo test of {name}',
  'echo.report.when': 'When',
  'echo.report.place': 'Place',
  'echo.report.placeUnknown': 'not named',
  'echo.report.host': 'Host',
  'echo.report.app': 'App',
  'echo.report.system': 'System',
  'echo.report.verdict': 'Verdict',
  'echo.report.measured': 'Measured for',
  'echo.report.measured.early': '{time} (the result was clear by then)',
  'echo.report.returned': '{returned, number} of {sent, number}',
  'echo.report.spread': 'min {min}, median {median}, 95 % below {p95}',
  'echo.report.lost': '{share} ({lost, number} of {expected, number} packets)',
  'echo.report.failure': 'Ended early while {step}',
} as const;
