/** Components needed only after the first interaction, together in one script. */
export { OfferList } from './bar/offer-list.tsx';
export { ReplyBar } from './bar/reply-bar.tsx';
export { Attachments } from './message/attachments.tsx';
export { AttemptView } from './message/attempt.tsx';
export { MenuList } from './message/controls/menu-list.tsx';
export { Popup } from './message/controls/popup.tsx';
export { Form } from './shell/form.tsx';
export { Inspector } from './shell/inspector.tsx';
