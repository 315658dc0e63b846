/* patal-contact.h: mobile numbers, e-mail addresses, and what must never be stored: Aadhaar numbers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-value-error.h"

G_BEGIN_DECLS

#define PATAL_CONTACT_ERROR (patal_contact_error_quark ())
GQuark patal_contact_error_quark (void);
typedef enum
{
  PATAL_CONTACT_ERROR_MOBILE,  /* not 10 digits that begin with 6 to 9 */
  PATAL_CONTACT_ERROR_EMAIL,   /* nothing that a letter could be sent to */
  PATAL_CONTACT_ERROR_AADHAAR, /* looks like an Aadhaar number: the law forbids to keep it here */
} PatalContactError;

/* Reads what people type: "+91 98765 43210", "098765-43210", "९८७६५४३२१०"; gives the 10 digits in *@out, (transfer full). An empty
 * text is no mobile: TRUE and NULL. Twelve digits that pass as Aadhaar are refused as such, unless + stands before them.
 * On FALSE *@out is untouched: MOBILE or AADHAAR. */
gboolean patal_contact_mobile_parse (const char *text, char **out, GError **error);

gboolean patal_contact_mobile_check (const char *mobile, GError **error); /* as stored: exactly 10 digits; (nullable) */
gboolean patal_contact_email_check  (const char *email, GError **error);  /* (nullable) */

/* FALSE with AADHAAR when @text (nullable) holds twelve digits, together or as "#### #### ####" with spaces or hyphens, in either
 * script, that begin with 2 to 9 and end in their Verhoeff check digit. */
gboolean patal_contact_no_aadhaar (const char *text, GError **error);

G_END_DECLS
