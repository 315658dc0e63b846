/* test-venue-import.c: venues out of a sheet
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory-import.h"

#define IMPORT &patal_venue_import
#define HEAD "क्र.,विकासखण्ड,ग्राम पंचायत,प्रशिक्षण स्थल,क्षमता,हॉल,प्रोजेक्टर,शौचालय,अक्षांश,देशांतर,संपर्क व्यक्ति,मोबाइल\n"

static gint64
count (Directory *f)
{
  return directory_number (f, "SELECT count (*) FROM venue");
}

static void
test_office_sheet (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char sheet[] =
    HEAD
    "1,अकलपुर,आमगांव,सामुदायिक भवन,60,1,हाँ,नहीं,21.9,82.5,राम,+91 98765 43210\n"
    "2,अकलपुर,,जनपद सभाकक्ष,१५०,2,1,उपलब्ध,,,,-\n"
    "3,,,जिला पंचायत सभागार,300,,,,,,,\n"
    "4,अकलपुर,आमगांव,सामुदायिक भवन,80,1,,,,,,\n"      /* the first one again, with more seats */
    "5,बलपुर,आमगांव,सामुदायिक भवन,,,,,,,,\n";         /* another panchayat's */

  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_SKIP, "NNNCN");
  g_assert_cmpint (count (f), ==, 4);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM venue WHERE capacity = 80 AND projector AND NOT toilet AND lat = 21.9"
                                        " AND mobile = '9876543210'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM venue JOIN unit ON unit.id = unit WHERE capacity = 150 AND halls = 2"
                                        " AND projector AND toilet AND level = 'block' AND mobile IS NULL"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM venue JOIN unit ON unit.id = unit WHERE level = 'district'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "विकासखण्ड,ग्राम पंचायत,प्रशिक्षण स्थल,क्षमता\nअकलपुर,आमगांव,सामुदायिक भवन,80\n", PATAL_DOUBTFUL_NEW, "S");
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_cmpint (count (f), ==, 0);
}

static void
test_doubtful (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char alike[] = "Block,Gram Panchayat,Name\nAkalpur,Amgaon,Samudayik Bhavan\n";
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *described = NULL;

  ASSERT_IMPORT (f, IMPORT, "विकासखण्ड,ग्राम पंचायत,प्रशिक्षण स्थल\nअकलपुर,आमगांव,सामुदायिक भवन\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpstr (directory_fault (f, IMPORT, alike, PATAL_FATE_DOUBTFUL), ==, "name_en");
  run = directory_preview (f, IMPORT, alike);
  described = patal_import_run_describe (run, f->db, 0);
  g_assert_cmpstr (described, ==, "सामुदायिक भवन, आमगांव");
  ASSERT_IMPORT (f, IMPORT, alike, PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (count (f), ==, 1);
  ASSERT_IMPORT (f, IMPORT, alike, PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (count (f), ==, 2);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  ASSERT_IMPORT (f, IMPORT, alike, PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM venue WHERE name_hi = 'सामुदायिक भवन' AND name_en = 'Samudayik Bhavan'"), ==, 1);
  /* a panchayat that only sounds right */
  g_assert_cmpstr (directory_fault (f, IMPORT, "विकासखण्ड,ग्राम पंचायत,प्रशिक्षण स्थल\nअकलपुर,बारगांव,शाला\n", PATAL_FATE_DOUBTFUL), ==, "gp_hi");
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *row, *field; } cases[] = {
    { "1,अकलपुर,आमगांव,,60,1,,,,,,\n", "name_hi" },        { "1,नहींपुर,,भवन,60,1,,,,,,\n", "block_hi" },
    { "1,अकलपुर,नहींगांव,भवन,60,1,,,,,,\n", "gp_hi" },      { "1,अकलपुर,आमगांव,भवन,9,1,,,,,,\n", "capacity" },
    { "1,अकलपुर,आमगांव,भवन,99999999999,1,,,,,,\n", "capacity" }, { "1,अकलपुर,आमगांव,भवन,60,51,,,,,,\n", "halls" },
    { "1,अकलपुर,आमगांव,भवन,60,1,शायद,,,,,\n", "projector" }, { "1,अकलपुर,आमगांव,भवन,60,1,,शायद,,,,\n", "toilet" },
    { "1,अकलपुर,आमगांव,भवन,60,1,,,21.9,,,\n", "lon" },      { "1,अकलपुर,आमगांव,भवन,60,1,,,82.5,21.9,,\n", "lat" },
    { "1,अकलपुर,आमगांव,भवन,60,1,,,,,,12345\n", "mobile" },  { "1,अकलपुर,आमगांव,भवन,60,1,,,,,2345 6789 0124,\n", "contact" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = g_strconcat (HEAD, cases[i].row, NULL);

      g_assert_cmpstr (directory_fault (f, IMPORT, sheet, PATAL_FATE_REFUSED), ==, cases[i].field);
      ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "R");
    }
  g_assert_cmpint (count (f), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/venue-import/office-sheet", test_office_sheet);
  DIRECTORY_TEST ("/venue-import/doubtful", test_doubtful);
  DIRECTORY_TEST ("/venue-import/refused", test_refused);
  return g_test_run ();
}
