/* test-contact.c: mobile numbers, e-mail, no Aadhaar
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-contact.h"
#include <string.h>

static void
test_mobile (void)
{
  static const struct { const char *typed, *stored; } good[] = {
    { "9876543210", "9876543210" }, { "+91 98765 43210", "9876543210" }, { "+919876543210", "9876543210" },
    { "09876543210", "9876543210" }, { "098765-43210", "9876543210" }, { "९८७६५४३२१०", "9876543210" }, { " 6000 000 000 ", "6000000000" },
    { "919876543210", "9876543210" }, /* does not pass as Aadhaar */ { "+919876543216", "9876543216" }, /* would, without + */
    { "", NULL }, { "   ", NULL }, { NULL, NULL },
  };
  static const struct { const char *typed; PatalContactError code; } bad[] = {
    { "5876543210", PATAL_CONTACT_ERROR_MOBILE }, { "987654321", PATAL_CONTACT_ERROR_MOBILE }, { "98765432101", PATAL_CONTACT_ERROR_MOBILE },
    { "9876543210 / 9876500000", PATAL_CONTACT_ERROR_MOBILE }, { "राम", PATAL_CONTACT_ERROR_MOBILE }, { "98765x43210", PATAL_CONTACT_ERROR_MOBILE },
    { "1234567890", PATAL_CONTACT_ERROR_MOBILE }, { "234567890124", PATAL_CONTACT_ERROR_AADHAAR },
    { "2345 6789 0124", PATAL_CONTACT_ERROR_AADHAAR }, { "919876543216", PATAL_CONTACT_ERROR_AADHAAR }, { "+", PATAL_CONTACT_ERROR_MOBILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *out = g_strdup ("untouched");
      g_autoptr (GError) error = NULL;
      char *read = NULL;

      g_assert_true (patal_contact_mobile_parse (good[i].typed, &read, &error));
      g_assert_no_error (error);
      g_free (out);
      out = read;
      g_assert_cmpstr (out, ==, good[i].stored);
      g_assert_true (patal_contact_mobile_check (out, NULL));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      char *out = (char *) "untouched";

      g_assert_false (patal_contact_mobile_parse (bad[i].typed, &out, &error));
      g_assert_error (error, PATAL_CONTACT_ERROR, (int) bad[i].code);
      g_assert_cmpstr (out, ==, "untouched");
    }
  g_assert_false (patal_contact_mobile_check ("98765 43210", NULL)); /* what is stored has no spaces */
  g_assert_false (patal_contact_mobile_check ("", NULL));
}

static void
test_email (void)
{
  static const char *const good[] = { "ceo.zp@cg.gov.in", "a@b.co", "ram_lal+1@example.in", NULL };
  static const char *const bad[] = { "", "ram", "ram@", "@gov.in", "ram@gov", "ram@gov.", "ram lal@gov.in", "ram@gov..in", "राम@gov.in", "a@b@c.in",
                                     "9876543210", "ram@gov.i", "<ram@gov.in>", ".ram@gov.in", "ram.@gov.in", "ram@-gov.in", "ram@go_v.in" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (patal_contact_email_check (good[i], NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (patal_contact_email_check (bad[i], &error));
      g_assert_error (error, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_EMAIL);
    }
}

static void
test_aadhaar (void)
{
  static const char *const found[] = {
    "234567890124", "2345 6789 0124", "2345-6789-0124", "2345.6789.0124", "आधार: २३४५ ६७८९ ०१२४", "रामलाल 234567890124", "(999941057058)",
    "मो. 9876543210 2345 6789 0124", "1111 2345 6789 0124", "x2345 6789 0124y",
  };
  static const char *const fine[] = {
    "", "9876543210", "+919876543216", "234567890125" /* wrong check digit */, "123456789010" /* begins with 1 */,
    "2345678901240" /* 13 digits */, "12345678901240", "2345 6789 012", "23456789 0124", "रामलाल साहू", "20.12.2021", "2345  6789 0124",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (patal_contact_no_aadhaar (found[i], &error));
      g_assert_error (error, PATAL_CONTACT_ERROR, PATAL_CONTACT_ERROR_AADHAAR);
      g_assert_nonnull (strstr (error->message, "Aadhaar"));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_autoptr (GError) error = NULL;

      patal_contact_no_aadhaar (fine[i], &error);
      g_assert_no_error (error);
    }
  g_assert_true (patal_contact_no_aadhaar (NULL, NULL));
}

/* Verhoeff's promise: every single wrong digit, and every exchange of neighbours, is noticed. */
static void
test_check_digit (void)
{
  const char number[] = "234567890124";

  for (int place = 1; place < 12; place++) /* the first digit decides by itself too */
    for (char digit = '0'; digit <= '9'; digit++)
      {
        char other[] = "234567890124";

        other[place] = digit;
        g_assert_cmpint (patal_contact_no_aadhaar (other, NULL), ==, digit != number[place]);
      }
  for (int place = 0; place < 11; place++)
    {
      char other[] = "234567890124";

      other[place] = number[place + 1];
      other[place + 1] = number[place];
      g_assert_true (patal_contact_no_aadhaar (other, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact/mobile", test_mobile);
  g_test_add_func ("/contact/email", test_email);
  g_test_add_func ("/contact/aadhaar", test_aadhaar);
  g_test_add_func ("/contact/check-digit", test_check_digit);
  return g_test_run ();
}
