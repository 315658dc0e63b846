/* patal-value-error.h: what can be wrong with a value that a person typed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* Every parser of this room fails in this domain; the message is a whole translated sentence that says what was
 * expected, without the value itself (the caller shows that beside it). */
#define PATAL_VALUE_ERROR (patal_value_error_quark ())
GQuark patal_value_error_quark (void);
typedef enum
{
  PATAL_VALUE_ERROR_EMPTY,     /* nothing but spaces */
  PATAL_VALUE_ERROR_MALFORMED, /* not of the form */
  PATAL_VALUE_ERROR_RANGE,     /* of the form, but too large, too small, or a day that no calendar has */
} PatalValueError;

/* FALSE with @message, which is translated already. */
gboolean patal_value_fail (GError **error, PatalValueError code, const char *message);

G_END_DECLS
