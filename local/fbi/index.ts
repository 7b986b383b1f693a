export { acceptedState } from './accepted-state.ts';
export { type AnswerFile, type Delivery, Fbi, type FbiOptions, type Hit, type Rule } from './fbi.ts';
export { databaseKey, type ReceivedReport } from './read-file.ts';
