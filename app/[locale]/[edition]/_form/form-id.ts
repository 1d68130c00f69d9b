/** The form's id, by which a button outside it (the language switch) belongs to it. */
export const FORM_ID = "feedback";
