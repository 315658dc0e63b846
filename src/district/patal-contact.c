/* patal-contact.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-contact.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-contact-error-quark, patal_contact_error)

#define AADHAAR_DIGITS 12
#define MOBILE_DIGITS  10
#define EMAIL_MOST     254

/* The multiplication of the dihedral group of order 10. */
static int
dihedral (int a, int b)
{
  int flip = a >= 5;
  int turn = (flip ? a - b % 5 + 5 : a + b % 5) % 5;

  return (flip != (b >= 5)) ? turn + 5 : turn;
}

static gboolean
verhoeff_fits (const char *digits, gsize n)
{
  static const guint8 permutation[8][10] = {
    { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 }, { 5, 8, 0, 3, 7, 9, 6, 1, 4, 2 },
    { 8, 9, 1, 6, 0, 4, 3, 5, 2, 7 }, { 9, 4, 5, 3, 1, 2, 6, 8, 7, 0 }, { 4, 2, 8, 6, 5, 7, 3, 9, 0, 1 },
    { 2, 7, 9, 3, 8, 0, 6, 4, 1, 5 }, { 7, 0, 4, 6, 9, 1, 3, 2, 5, 8 },
  };
  int check = 0;

  for (gsize i = 0; i < n; i++)
    check = dihedral (check, permutation[i % 8][digits[n - 1 - i] - '0']);
  return check == 0;
}

static gboolean
is_aadhaar (const char *digits)
{
  return digits[0] >= '2' && verhoeff_fits (digits, AADHAAR_DIGITS);
}

static void
set_aadhaar_error (GError **error)
{
  g_set_error_literal (error, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR,
                       _("This looks like an Aadhaar number, which must not be stored: leave it out. "
                         "If it is a mobile number, write its 10 digits."));
}

/* How many digits stand at @p. */
static gsize
digits_at (const char *p)
{
  return strspn (p, "0123456789");
}

/* Whether the group of digits at @p begins twelve that pass: all together, or in three groups of four. */
static gboolean
aadhaar_begins (const char *p)
{
  char digits[AADHAAR_DIGITS];

  if (digits_at (p) == AADHAAR_DIGITS)
    return is_aadhaar (p);
  for (int group = 0; group < 3; group++)
    {
      if (digits_at (p) != 4)
        return FALSE;
      memcpy (digits + 4 * group, p, 4);
      p += 4;
      if (group < 2 && (*p == '\0' || strchr (" -./", *p++) == NULL))
        return FALSE;
    }
  return is_aadhaar (digits);
}

gboolean
patal_contact_no_aadhaar (const char *text, GError **error)
{
  g_autofree char *ascii = text != NULL ? patal_text_ascii_digits (text) : g_strdup ("");

  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        continue;
      if (!(p > ascii && p[-1] == '+') && aadhaar_begins (p))
        {
          set_aadhaar_error (error);
          return FALSE;
        }
      p += digits_at (p) - 1;
    }
  return TRUE;
}

static gboolean
is_mobile (const char *digits)
{
  return digits_at (digits) == MOBILE_DIGITS && digits[MOBILE_DIGITS] == '\0' && digits[0] >= '6';
}

static gboolean
set_mobile_error (GError **error)
{
  g_set_error_literal (error, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_MOBILE,
                       _("A mobile number has 10 digits and begins with 6, 7, 8 or 9"));
  return FALSE;
}

/* The digits of @text, with every sign that people put between them taken out; NULL when something else
   stands there. */
static char *
only_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr (" -.()/", *p) == NULL)
      return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

gboolean
patal_contact_mobile_parse (const char *text, char **out, GError **error)
{
  g_autofree char *clean = text != NULL ? patal_text_clean (text) : NULL;
  g_autofree char *ascii = clean != NULL ? patal_text_ascii_digits (clean) : NULL;
  g_autofree char *digits = NULL;
  const char *number;
  gboolean plus;

  if (ascii == NULL)
    {
      *out = NULL;
      return TRUE;
    }
  plus = *ascii == '+';
  digits = only_digits (ascii + (plus ? 1 : 0));
  if (digits == NULL)
    return set_mobile_error (error);
  if (!plus && strlen (digits) == AADHAAR_DIGITS && is_aadhaar (digits))
    {
      set_aadhaar_error (error);
      return FALSE;
    }
  number = digits;
  if (strlen (digits) == MOBILE_DIGITS + 2 && g_str_has_prefix (digits, "91"))
    number += 2;
  else if (strlen (digits) == MOBILE_DIGITS + 1 && *digits == '0')
    number++;
  if (!is_mobile (number))
    return set_mobile_error (error);
  *out = g_strdup (number);
  return TRUE;
}

gboolean
patal_contact_mobile_check (const char *mobile, GError **error)
{
  return mobile == NULL || is_mobile (mobile) || set_mobile_error (error);
}

/* Something@host.tld; no more is promised than that somebody did not type a telephone number or half an
   address. */
static gboolean
is_email (const char *email)
{
  const char *at = strchr (email, '@');
  const char *host = at != NULL ? at + 1 : "";
  const char *dot = strrchr (host, '.');

  if (at == NULL || at == email || strchr (host, '@') != NULL || strlen (email) > EMAIL_MOST)
    return FALSE;
  if (dot == NULL || dot == host || strlen (dot + 1) < 2)
    return FALSE;
  if (*email == '.' || at[-1] == '.' || *host == '-' || strstr (email, "..") != NULL)
    return FALSE;
  for (const char *p = email; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("\"(),:;<>[\\]", *p) != NULL)
      return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.')
      return FALSE;
  return TRUE;
}

gboolean
patal_contact_email_check (const char *email, GError **error)
{
  if (email == NULL || is_email (email))
    return TRUE;
  g_set_error_literal (error, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_EMAIL,
                       _("This is not an e-mail address, such as name@example.in"));
  return FALSE;
}
