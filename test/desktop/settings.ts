/** Settings files of the virtual desktop: no first-run dialogs, one panel, plain notifications. */

/** A session bus that also admits the test runner, which may be root. `activates`: starts services on demand. */
export const busConfig = (
  folder: string,
  { activates = true } = {},
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  ${activates ? '<standard_session_servicedirs/>' : ''}
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export const gtkSettings = (dark: boolean) => `[Settings]
gtk-theme-name=Adwaita
gtk-application-prefer-dark-theme=${dark}
gtk-font-name=DejaVu Sans 10
gtk-enable-animations=false
`;

/** Its menu of buttons is a script, which chooses for the member: test/desktop/notifier.ts. */
export const dunstSettings = (home: string, dark: boolean) => `[global]
    dmenu = /bin/sh ${home}/press.sh
    origin = top-right
    offset = 16x16
    width = 380
    height = 300
    font = DejaVu Sans 11
    format = "<b>%s</b>\\n%b"
    markup = full
    padding = 14
    horizontal_padding = 16
    corner_radius = 8
    frame_width = 1
    frame_color = "${dark ? '#4a4d52' : '#c9c9c2'}"
    separator_height = 1
    max_icon_size = 40
    icon_position = left
    show_indicators = no
[urgency_normal]
    background = "${dark ? '#27292c' : '#ffffff'}"
    foreground = "${dark ? '#ececea' : '#1c1e20'}"
    timeout = 20
[urgency_critical]
    background = "${dark ? '#27292c' : '#ffffff'}"
    foreground = "${dark ? '#ececea' : '#1c1e20'}"
    frame_color = "#c4262e"
    timeout = 0
`;

/** One panel at the bottom with a tray and a clock. */
export const panelSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="false"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="34"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
        <value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
      <property name="icon-size" type="int" value="24"/>
    </property>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
`;

/** A tray and nothing else: the usual panel also has a menu, which it builds from all that is installed. */
export const lxqtPanel = `[General]
panels=panel1
[panel1]
plugins=statusnotifier
position=Bottom
panelSize=34
iconSize=22
[statusnotifier]
type=statusnotifier
alignment=Right
`;

/** `server_decides`: how long a notification stays, in seconds. */
export const lxqtNotifications = `[General]
server_decides=20
placement=top-right
width=380
`;

export const swaySettings = `output HEADLESS-1 resolution 1280x800
xwayland disable
bar { swaybar_command /bin/true }
`;

export const waybarSettings = JSON.stringify({
  layer: 'top',
  position: 'top',
  height: 30,
  'modules-right': ['tray'],
  tray: { 'icon-size': 16, spacing: 8 },
});

export const waybarStyle = '* { font-size: 12px; } window#waybar { background: #ddd; }';
