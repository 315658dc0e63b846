/* patal-value-error.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-value-error.h"

G_DEFINE_QUARK (patal - value - error - quark, patal_value_error)

gboolean
patal_value_fail (GError **error, PatalValueError code, const char *message)
{
  g_set_error_literal (error, PATAL_VALUE_ERROR, code, message);
  return FALSE;
}
