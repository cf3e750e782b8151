/** What services mean for members: chores, groups, their own services. */
export const services = {
  'summary.mineUp': 'Your services are working',
  'summary.upBut':
    '{count, plural, one {{names} is under maintenance} other {{names} are under maintenance}}, everything else is working',
  'cli.chores': 'For admins: {names}',
} as const;
